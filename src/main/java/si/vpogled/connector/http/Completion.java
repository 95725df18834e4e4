package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.Content;
import si.vpogled.connector.Visitor.FoundFile;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.connector.http.HttpRead.Absence;
import si.vpogled.connector.http.HttpRead.Detail;
import si.vpogled.connector.http.HttpRead.FileRead;

/** Completes each record of a listing with its detail or its file, and hands it to the visitor. */
final class Completion implements Page.Sink {
    private final HttpSettings settings;
    private final Exchange exchange;
    private final Presence presence;
    private final HttpRead read;
    private final Template.Values bound;
    private final Visitor visitor;

    Completion(
            HttpSettings settings,
            Exchange exchange,
            Presence presence,
            HttpRead read,
            Template.Values bound,
            Visitor visitor) {
        this.settings = settings;
        this.exchange = exchange;
        this.presence = presence;
        this.read = read;
        this.bound = bound;
        this.visitor = visitor;
    }

    @Override
    public void record(JsonNode listed) throws ConnectorException {
        Optional<ObjectNode> detail =
                read.detail().isPresent() ? detail(read.detail().get(), listed) : Optional.empty();
        JsonNode record = detail.isPresent() ? merged((ObjectNode) listed, detail.get()) : listed;
        if (read.file().isPresent()) {
            file(read.file().get(), record);
        } else if (read.detail().isPresent() && detail.isEmpty()) {
            // what the fields ask for may have stood in the detail, which has gone
            visitor.row(new RecordRow(record));
        } else {
            row(new RecordRow(record), detail.isPresent() ? detail.get() : listed);
        }
    }

    /** An answer in which there is nothing of what the fields ask for is another one than was asked for. */
    private void row(RecordRow record, JsonNode answered) throws ConnectorException {
        Set<String> places = new HashSet<>();
        visitor.row(from -> {
            places.add(from);
            return record.value(from);
        });
        if (!places.isEmpty()
                && places.stream().allMatch(place -> answered.at(place).isMissingNode())) {
            throw Faults.defect(
                    Ask.get(settings.base(), read.target().path().text()),
                    "answered JSON in which a record has none of the places that the fields name");
        }
    }

    private Optional<ObjectNode> detail(Detail detail, JsonNode listed) throws ConnectorException {
        URI uri = settings.at(detail.target().filled(address(listed)));
        Ask ask = Json.accepting(Ask.get(uri, detail.target().path().text()));
        Optional<JsonNode> answer = exchange.whole(ask, Json.LARGEST_RECORD, detail.absence());
        if (answer.isEmpty()) {
            presence.confirm(ask, detail.target());
            visitor.leftAside(LeftAside.VANISHED);
            return Optional.empty();
        }
        JsonNode more = answer.get().at(detail.record());
        if (!more.isObject() || !listed.isObject()) {
            throw Faults.defect(ask, "answered JSON that has no object at the detail's place");
        }
        return Optional.of((ObjectNode) more);
    }

    /** What the record has stays; what it lacks comes from the detail. */
    private static ObjectNode merged(ObjectNode record, ObjectNode detail) {
        detail.properties().forEach(entry -> {
            JsonNode own = record.get(entry.getKey());
            if (own == null || own.isNull()) {
                record.set(entry.getKey(), entry.getValue());
            } else if (own instanceof ObjectNode one && entry.getValue() instanceof ObjectNode other) {
                merged(one, other);
            }
        });
        return record;
    }

    private void file(FileRead file, JsonNode record) throws ConnectorException {
        Ask ask = fileAsk(file, record).header("Accept-Encoding", "identity");
        String name = file.name().plain(values(record));
        Tries tries = exchange.tries();
        try (Response response = exchange.send(ask, tries)) {
            if (Exchange.isAbsent(response.status())) {
                if (file.absence() == Absence.FAULT) {
                    throw Faults.status(ask, response.status());
                }
                presence.confirm(ask, file.target());
                visitor.leftAside(LeftAside.VANISHED);
                return;
            }
            if (response.status() != 200 || !response.encoding().equals("identity")) {
                throw Faults.defect(ask, "answered with something else than the whole file as it is");
            }
            hand(
                    new Download(exchange, ask, tries, response),
                    content -> new FoundFile(
                            name, mediaType(file, record, response), modified(response), response.length(), content));
        } catch (IOException e) {
            throw Faults.io(ask, e);
        }
    }

    /** A fault of the download goes before what the visitor makes of its broken stream. */
    private void hand(Download download, Function<Content, FoundFile> file) throws ConnectorException {
        try (download) {
            visitor.file(file.apply(() -> download));
        } catch (ConnectorException e) {
            throw download.fault().orElse(e);
        }
        if (download.fault().isPresent()) {
            throw download.fault().get();
        }
    }

    private Ask fileAsk(FileRead file, JsonNode record) throws ConnectorException {
        if (file.url().isEmpty()) {
            return Ask.get(
                    settings.at(file.target().filled(address(record))),
                    file.target().path().text());
        }
        JsonPointer place = file.url().get();
        String label = "the file named at " + place;
        Optional<URI> uri = Addresses.resolve(settings.at("/"), record.at(place).asText(""));
        return Ask.get(
                uri.filter(address -> !record.at(place).asText("").isEmpty())
                        .orElseThrow(() -> Faults.defect(
                                Ask.get(settings.base(), label), "is no address at the backend's own origin")),
                label);
    }

    private Template.Values values(JsonNode record) {
        return name -> name.startsWith("/") ? record.at(HttpRead.pointer(name)).asText("") : bound.value(name);
    }

    /** Where an address needs a value, an answer without it is another one than was asked for. */
    private Template.Values address(JsonNode record) {
        return name -> {
            String value = values(record).value(name);
            if (value.isEmpty()) {
                throw Faults.defect(
                        Ask.get(settings.base(), read.target().path().text()),
                        "answered JSON in which a record has nothing at " + name + ", where its details are");
            }
            return value;
        };
    }

    private static String mediaType(FileRead file, JsonNode record, Response response) {
        return file.mediaType()
                .map(type ->
                        type.startsWith("/") ? record.at(HttpRead.pointer(type)).asText("") : type)
                .filter(type -> !type.isEmpty())
                .orElseGet(() -> response.mediaType().isEmpty() ? "application/octet-stream" : response.mediaType());
    }

    private static Optional<Instant> modified(Response response) {
        return response.header("Last-Modified").flatMap(RetryAfter::date);
    }
}
