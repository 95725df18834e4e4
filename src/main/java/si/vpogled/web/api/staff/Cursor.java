package si.vpogled.web.api.staff;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import si.vpogled.request.ListRequests;
import si.vpogled.web.problem.InvalidFieldException;

/** A place in the list, as text that means nothing to anybody else. */
final class Cursor {
    private Cursor() {}

    static String of(ListRequests.Position position) {
        String plain = position.dueOn() + "/" + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static ListRequests.Position position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            return new ListRequests.Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException _) {
            throw new InvalidFieldException(InvalidFieldException.In.QUERY, "cursor", "cursor");
        }
    }
}
