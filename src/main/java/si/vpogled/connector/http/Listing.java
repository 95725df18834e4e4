package si.vpogled.connector.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import si.vpogled.connector.ConnectorException;

/** All pages of one read, one after the other. */
final class Listing {
    private static final int MOST_EMPTY_PAGES = 1000;

    private final Exchange exchange;
    private final Presence presence;
    private final HttpRead read;
    private final URI address;
    private final Page.Sink sink;
    private final Set<JsonPointer> places;
    private final Recurrence addresses = new Recurrence();
    private final Recurrence contents = new Recurrence();
    private long pages;
    private long records;
    private int emptyPages;

    Listing(Exchange exchange, Presence presence, HttpRead read, URI address, Page.Sink sink) {
        this.exchange = exchange;
        this.presence = presence;
        this.read = read;
        this.address = address;
        this.sink = sink;
        this.places = read.paging().pointers().collect(Collectors.toUnmodifiableSet());
    }

    void walk() throws ConnectorException {
        Optional<URI> next = Optional.of(read.paging().first(address));
        while (next.isPresent()) {
            Ask ask = Json.accepting(Ask.get(next.get(), read.target().path().text()));
            if (addresses.returns(next.get())) {
                throw Faults.defect(ask, "leads in a circle: a page names one already read as the next");
            }
            Optional<Progress> progress = page(ask);
            next = progress.isPresent() ? read.paging().next(address, progress.get()) : Optional.empty();
        }
    }

    /** One page, over as many tries as it takes; nothing where there is none. */
    private Optional<Progress> page(Ask ask) throws ConnectorException {
        Tries tries = exchange.tries();
        Delivered delivered = new Delivered(ask);
        Page.Sink fresh = record -> {
            if (delivered.isNew(record)) {
                sink.record(record);
            }
        };
        while (true) {
            try (Response response = exchange.send(ask, tries)) {
                if (isNothing(ask, response)) {
                    return Optional.empty();
                }
                Map<JsonPointer, String> told = new Page(ask, read.records(), places, fresh).read(response);
                delivered.ended();
                return Optional.of(counted(ask, response, delivered, told));
            } catch (IOException e) {
                Exchange.retry(ask, e, tries);
                delivered.again();
            }
        }
    }

    private boolean isNothing(Ask ask, Response response) throws ConnectorException {
        if (response.status() == 204) {
            return true;
        }
        if (!Exchange.isAbsent(response.status())) {
            return false;
        }
        boolean expected = pages == 0
                ? read.absence() == HttpRead.Absence.NONE
                : read.absence() == HttpRead.Absence.NONE && read.paging().overshoots();
        if (!expected) {
            throw pages == 0
                    ? Faults.status(ask, response.status())
                    : Faults.defect(ask, "leads to a page that is not there");
        }
        if (pages == 0) {
            presence.confirm(ask, read.target());
        }
        return true;
    }

    private Progress counted(Ask ask, Response response, Delivered delivered, Map<JsonPointer, String> told)
            throws ConnectorException {
        long onPage = delivered.records();
        pages++;
        records += onPage;
        emptyPages = onPage == 0 ? emptyPages + 1 : 0;
        if (onPage > 0 && contents.returns(delivered.fingerprint())) {
            throw Faults.defect(ask, "gives the same records on one page after the other");
        }
        if (emptyPages > MOST_EMPTY_PAGES) {
            throw Faults.defect(ask, "goes on with empty pages without end");
        }
        return new Progress(ask.uri(), pages, records, onPage, response::headers, told);
    }
}
