package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** How one page leads to the next. */
sealed interface Paging {
    /** The first page's address, from the read's own. */
    URI first(URI read);

    /** The address of the page after the one just read, or nothing where that was the last. */
    Optional<URI> next(URI read, Progress progress) throws ConnectorException;

    /** Where in the body of a page paging needs to look. */
    default Stream<JsonPointer> pointers() {
        return Stream.empty();
    }

    /** Whether a page behind the last may be answered with 404. */
    default boolean overshoots() {
        return false;
    }

    /** One answer holds everything. */
    record Single() implements Paging {
        @Override
        public URI first(URI read) {
            return read;
        }

        @Override
        public Optional<URI> next(URI read, Progress progress) throws ConnectorException {
            if (LinkHeader.next(progress.headers().apply("Link")).isPresent()) {
                throw Faults.misconfigured("The answer is one page of several, and the read does not say how the others"
                        + " are reached: add paging to it");
            }
            return Optional.empty();
        }
    }

    /** The parameter that asks for so many records a page; servers may give fewer. */
    record Size(String parameter, long records) {
        static Optional<Size> of(JsonNode node) {
            return Optional.ofNullable(node.path("size-parameter").textValue())
                    .map(name -> new Size(name, node.path("size").asLong(100)));
        }

        static URI set(Optional<Size> size, URI uri) {
            return size.map(set -> Addresses.with(uri, set.parameter(), Long.toString(set.records())))
                    .orElse(uri);
        }
    }

    /**
     * By number of page.
     *
     * @param pages where the number of pages stands
     * @param count where the number of all records stands; without either, an empty page is behind the last
     */
    record Numbered(String parameter, long start, Optional<Size> size, Optional<Place> pages, Optional<Place> count)
            implements Paging {
        @Override
        public URI first(URI read) {
            return Size.set(size, Addresses.with(read, parameter, Long.toString(start)));
        }

        @Override
        public Optional<URI> next(URI read, Progress progress) throws ConnectorException {
            boolean ended =
                    pages.isPresent() ? progress.pages() >= progress.number(pages.get()) : progress.endsBy(count);
            return ended
                    ? Optional.empty()
                    : Optional.of(
                            Size.set(size, Addresses.with(read, parameter, Long.toString(start + progress.pages()))));
        }

        @Override
        public Stream<JsonPointer> pointers() {
            return Stream.concat(pages.stream(), count.stream()).flatMap(Place::pointers);
        }

        @Override
        public boolean overshoots() {
            return pages.isEmpty() && count.isEmpty();
        }
    }

    /** By number of records already read, so that a server that gives fewer than asked loses none. */
    record Offset(String parameter, long start, Optional<Size> size, Optional<Place> count) implements Paging {
        @Override
        public URI first(URI read) {
            return Size.set(size, Addresses.with(read, parameter, Long.toString(start)));
        }

        @Override
        public Optional<URI> next(URI read, Progress progress) throws ConnectorException {
            return progress.endsBy(count)
                    ? Optional.empty()
                    : Optional.of(
                            Size.set(size, Addresses.with(read, parameter, Long.toString(start + progress.records()))));
        }

        @Override
        public Stream<JsonPointer> pointers() {
            return count.stream().flatMap(Place::pointers);
        }

        @Override
        public boolean overshoots() {
            return count.isEmpty();
        }
    }

    /** By what the page before gives as the next cursor. */
    record Cursor(String parameter, Optional<Size> size, Place cursor) implements Paging {
        @Override
        public URI first(URI read) {
            return Size.set(size, read);
        }

        @Override
        public Optional<URI> next(URI read, Progress progress) throws ConnectorException {
            return progress.value(cursor).map(value -> Size.set(size, Addresses.with(read, parameter, value)));
        }

        @Override
        public Stream<JsonPointer> pointers() {
            return cursor.pointers();
        }
    }

    /** By address: {@code Link: <…>; rel="next"} (RFC 8288), or where the body has it. */
    record Linked(Optional<Size> size, Optional<JsonPointer> body) implements Paging {
        @Override
        public URI first(URI read) {
            return Size.set(size, read);
        }

        @Override
        public Optional<URI> next(URI read, Progress progress) throws ConnectorException {
            Optional<String> reference = body.isPresent()
                    ? progress.value(new Place.InBody(body.get()))
                    : LinkHeader.next(progress.headers().apply("Link"));
            if (reference.isEmpty()) {
                return Optional.empty();
            }
            Optional<URI> next = Addresses.resolve(progress.at(), reference.get());
            if (next.isEmpty()) {
                throw new ConnectorException(
                        FaultKind.DEFECT,
                        "The link to the next page is no address at " + Addresses.origin(read)
                                + "; links that leave it are not followed");
            }
            return next;
        }

        @Override
        public Stream<JsonPointer> pointers() {
            return body.stream();
        }
    }

    static Paging of(JsonNode node) {
        Optional<Size> size = Size.of(node);
        Optional<Place> count = Place.of(node.path("total-count"));
        return switch (node.path("by").asText("none")) {
            case "page" ->
                new Numbered(
                        node.path("parameter").asText("page"),
                        node.path("first").asLong(1),
                        size,
                        Place.of(node.path("total-pages")),
                        count);
            case "offset" ->
                new Offset(
                        node.path("parameter").asText("offset"),
                        node.path("first").asLong(0),
                        size,
                        count);
            case "cursor" ->
                new Cursor(
                        node.path("parameter").asText("cursor"),
                        size,
                        Place.of(node.path("next"))
                                .orElseThrow(() -> new IllegalArgumentException("Paging by cursor needs next")));
            case "link" ->
                new Linked(
                        size, Optional.ofNullable(node.path("next").textValue()).map(HttpRead::pointer));
            case "none" -> new Single();
            default -> throw new IllegalArgumentException("Unknown paging");
        };
    }
}
