package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.FoundFile;

/** Hands one file to the visitor; where its content broke off, the run ends with that fault and no other. */
final class Delivery implements Visitor.Content {
    private final Visitor.Content again;
    private final List<Watched> opened = new ArrayList<>();
    private Optional<InputStream> first;

    /**
     * @param first the content, open already
     * @param again opens it anew, for a visitor that reads twice
     */
    Delivery(InputStream first, Visitor.Content again) {
        this.first = Optional.of(first);
        this.again = again;
    }

    void to(Visitor visitor, String name, Optional<Instant> modified, Optional<Long> size) throws ConnectorException {
        to(visitor, new FoundFile(name, mediaType(name), modified, size, this));
    }

    /** Content that is made while it is read: neither size nor day are known beforehand. */
    void to(Visitor visitor, String name, String mediaType) throws ConnectorException {
        to(visitor, new FoundFile(name, mediaType, Optional.empty(), Optional.empty(), this));
    }

    private void to(Visitor visitor, FoundFile file) throws ConnectorException {
        try {
            visitor.file(file);
        } catch (ConnectorException e) {
            throw opened.stream()
                    .flatMap(watched -> watched.fault().stream())
                    .findFirst()
                    .orElse(e);
        }
    }

    @Override
    public InputStream open() throws IOException, ConnectorException {
        Watched content = new Watched(first.isPresent() ? first.get() : again.open());
        first = Optional.empty();
        opened.add(content);
        return content;
    }

    private static String mediaType(String name) {
        return Optional.ofNullable(URLConnection.getFileNameMap().getContentTypeFor(name))
                .orElse("application/octet-stream");
    }
}
