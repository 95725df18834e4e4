package si.vpogled.web.api.staff;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import si.vpogled.request.ListRequests;
import si.vpogled.web.problem.InvalidFieldException;

/** A place in the list, as text that means nothing to anybody else. */
final class Cursor {
    private Cursor() {}

    static String of(ListRequests.Position position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(position.text().getBytes(StandardCharsets.UTF_8));
    }

    static ListRequests.Position position(String cursor) {
        try {
            return ListRequests.Position.parse(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new InvalidFieldException(InvalidFieldException.In.QUERY, "cursor", "cursor");
        }
    }
}
