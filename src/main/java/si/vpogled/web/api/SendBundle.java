package si.vpogled.web.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import si.vpogled.bundle.shelf.BundleShelf;
import si.vpogled.fulfilment.DownloadBundle;
import si.vpogled.request.RequestCase;
import si.vpogled.storage.StoreException;
import si.vpogled.web.problem.ProblemException;

/** Streams a bundle, or a part of it, through one buffer. Pages and API send the same. */
@ApplicationScoped
public class SendBundle {
    static final String ZIP = "application/zip";
    private static final int BUFFER = 64 * 1024;
    /** Whoever mends a store takes minutes. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final DownloadBundle download;
    private final Counter complete;
    private final Counter cut;

    SendBundle(DownloadBundle download, MeterRegistry registry) {
        this.download = download;
        this.complete = downloads(registry, true);
        this.cut = downloads(registry, false);
    }

    private static Counter downloads(MeterRegistry registry, boolean complete) {
        return Counter.builder("vpogled.downloads")
                .description("Answers with a bundle or a part of it, by whether its last byte was sent")
                .tag("complete", Boolean.toString(complete))
                .register(registry);
    }

    /**
     * What of the file is wanted.
     *
     * @param range the {@code Range} header; null for the whole
     * @param condition the {@code If-Range} header: a range only of this very file
     * @param content whether the content is wanted, not the headers alone
     */
    public record Wanted(String range, String condition, boolean content) {
        Optional<ByteRange> of(BundleShelf.Bundle bundle) {
            boolean same = condition == null || condition.equals(tag(bundle));
            return same ? ByteRange.of(range, bundle.size()) : Optional.empty();
        }
    }

    /** The answer to a download of one of the request's bundles. */
    public Response send(RequestCase request, int number, Wanted wanted) throws IOException {
        DownloadBundle.Download opened = open(request, number);
        boolean handedOver = false;
        try {
            BundleShelf.Bundle bundle = opened.bundle();
            Optional<ByteRange> part = wanted.of(bundle);
            ByteRange sent = part.orElse(new ByteRange(0, bundle.size()));
            Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                    .type(ZIP)
                    .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                    .header(HttpHeaders.ETAG, tag(bundle))
                    .header("Accept-Ranges", "bytes")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + request.reference() + "-" + number + ".zip\"");
            part.ifPresent(range -> answer.header("Content-Range", range.header(bundle.size())));
            if (wanted.content()) {
                download.record(request.id(), number, sent.first() > 0);
                answer.entity(counted(opened.content(), sent, sent.first() + sent.length() == bundle.size()));
                handedOver = true;
            }
            return answer.build();
        } finally {
            if (!handedOver) {
                opened.content().close();
            }
        }
    }

    /** A store that is away is told as such: nothing is lost, and nothing wrong with what was asked for. */
    private DownloadBundle.Download open(RequestCase request, int number) throws IOException {
        try {
            return download.open(request.id(), number);
        } catch (IOException e) {
            if (StoreException.among(e).isPresent()) {
                throw ProblemException.downloadLater(AGAIN, e);
            }
            throw e;
        }
    }

    private static String tag(BundleShelf.Bundle bundle) {
        return '"' + bundle.sha256() + '"';
    }

    private StreamingOutput counted(SeekableByteChannel from, ByteRange part, boolean toTheEnd) {
        return to -> {
            boolean sent = false;
            try (from) {
                copy(from.position(part.first()), part.length(), to);
                sent = toTheEnd;
            } finally {
                (sent ? complete : cut).increment();
            }
        };
    }

    private static void copy(SeekableByteChannel from, long length, OutputStream to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(BUFFER, left));
            int read = from.read(buffer);
            if (read < 0) {
                throw new IOException("The bundle ends " + left + " bytes too early");
            }
            to.write(buffer.array(), 0, read);
            left -= read;
        }
    }
}
