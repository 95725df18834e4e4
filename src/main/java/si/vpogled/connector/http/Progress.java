package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/**
 * Where a listing stands after a page.
 *
 * @param at the page's address
 * @param pages read so far
 * @param records read so far
 * @param onPage records of this page
 * @param headers of this page, by name
 * @param told what this page's body told at the places asked for
 */
record Progress(
        URI at,
        long pages,
        long records,
        long onPage,
        Function<String, List<String>> headers,
        Map<JsonPointer, String> told) {

    /** What a page tells at a place; an empty value is none. */
    Optional<String> value(Place place) {
        Optional<String> value = switch (place) {
            case Place.InBody(JsonPointer pointer) -> Optional.ofNullable(told.get(pointer));
            case Place.InHeader(String name) -> headers.apply(name).stream().findFirst();
        };
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    long number(Place place) throws ConnectorException {
        return value(place)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> new ConnectorException(
                        FaultKind.DEFECT,
                        "The page does not tell at " + name(place)
                                + " how much there is; look at the backend's answers"));
    }

    /** Whether this was the last page: all records that it counts are read, or without a count, it is empty. */
    boolean endsBy(Optional<Place> count) throws ConnectorException {
        if (count.isEmpty()) {
            return onPage == 0;
        }
        long all = number(count.get());
        if (records < all && onPage == 0) {
            throw new ConnectorException(
                    FaultKind.DEFECT,
                    "The pages end after " + records + " of " + all + " records; look at the backend's answers");
        }
        return records >= all;
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.InBody(JsonPointer pointer) -> pointer.toString();
            case Place.InHeader(String name) -> "header " + name;
        };
    }
}
