package si.vpogled.connector.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;

/**
 * A file's content. Where the connection drops, the rest is asked for ({@code Range} with {@code If-Range}, RFC 9110
 * section 13.1.5), so that the two parts are of one version; its size is held against the one announced.
 */
final class Download extends InputStream {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private final Exchange exchange;
    private final Ask ask;
    private final Tries tries;
    private final Optional<Long> size;
    private final Optional<String> validator;
    private Response response;
    private InputStream body;
    private long position;
    private Optional<ConnectorException> fault = Optional.empty();

    Download(Exchange exchange, Ask ask, Tries tries, Response response) throws IOException {
        this.exchange = exchange;
        this.ask = ask;
        this.tries = tries;
        this.response = response;
        this.size = response.length();
        this.validator = validator(response);
        this.body = response.body();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        while (true) {
            try {
                int read = body.read(bytes, offset, length);
                if (read < 0 && size.filter(all -> position < all).isPresent()) {
                    throw new EOFException("file too short");
                }
                position += Math.max(read, 0);
                return read;
            } catch (IOException e) {
                resume(e);
            }
        }
    }

    @Override
    public void close() {
        response.close();
    }

    /** @throws IOException where the rest is not to be had */
    private void resume(IOException cause) throws IOException {
        try {
            Exchange.retry(ask, cause, tries);
            if (validator.isEmpty()) {
                throw Faults.io(ask, cause);
            }
            response.close();
            Ask rest = position == 0
                    ? ask
                    : ask.header("Range", "bytes=" + position + "-").header("If-Range", validator.get());
            response = exchange.send(rest, tries);
            body = rest(response);
        } catch (ConnectorException e) {
            fault = Optional.of(e);
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            resume(e);
        }
    }

    private InputStream rest(Response answer) throws IOException, ConnectorException {
        boolean same = answer.status() / 100 == 2 && validator(answer).equals(validator);
        if (same && answer.status() != 206 && size.equals(answer.length())) {
            InputStream whole = answer.body();
            whole.skipNBytes(position);
            return whole;
        }
        Matcher range = RANGE.matcher(answer.header("Content-Range").orElse(""));
        if (!same
                || answer.status() != 206
                || !range.matches()
                || Long.parseLong(range.group(1)) != position
                || size.isPresent() && !range.group(3).equals(size.get().toString())) {
            throw Faults.unavailable(Faults.where(ask) + " broke off, and the file changed before the rest of it could"
                    + " be read; tried again from the beginning later");
        }
        return answer.body();
    }

    /** What tells one version from another; a weak tag does not. */
    private static Optional<String> validator(Response response) {
        Optional<String> tag = response.header("ETag").filter(value -> !value.startsWith("W/"));
        return tag.isPresent() ? tag : response.header("Last-Modified");
    }

    /** Why reading ended in an exception. */
    Optional<ConnectorException> fault() {
        return fault;
    }
}
