package si.vpogled.fulfilment.transmission;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import si.vpogled.fulfilment.transmission.DestinationException.Reason;

/**
 * By HTTPS: {@code HEAD} with the token says that they know it, and in {@code Upload-Offset} how much they have;
 * {@code PUT} sends the rest, as a whole or from there on with {@code Content-Range} (RFC 9110 Section 14.5).
 * Redirects are not followed.
 */
final class HttpsReceiver implements Receiver {
    private static final int CHUNK = 64 << 10;
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_ANSWER = 1 << 20;

    private final Vertx vertx;
    private final Destination destination;
    private final InetAddress address;
    private final String token;
    private final TransmissionConfig config;

    HttpsReceiver(Vertx vertx, Destination destination, InetAddress address, String token, TransmissionConfig config) {
        this.vertx = vertx;
        this.destination = destination;
        this.address = address;
        this.token = token;
        this.config = config;
    }

    private record Reply(int status, Optional<String> offset, String text) {
        boolean taken() {
            return status == 200 || status == 201 || status == 204;
        }

        boolean passing() {
            return status == 408 || status == 425 || status == 429 || status >= 500;
        }
    }

    @Override
    public void prove() throws DestinationException {
        HttpClient client = client();
        try {
            Reply known = head(client, true);
            if (!known.taken()) {
                throw refused(known, Reason.NOT_PROVED);
            }
            if (head(client, false).taken()) {
                throw new DestinationException(Reason.OPEN_TO_ALL);
            }
        } finally {
            client.close();
        }
    }

    @Override
    public String send(Cargo cargo) throws DestinationException, IOException {
        HttpClient client = client();
        try {
            Reply standing = head(client, true);
            if (!standing.taken()) {
                throw refused(standing, Reason.NOT_PROVED);
            }
            long offset = standing.offset()
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .filter(there -> there <= cargo.size())
                    .orElse(0L);
            if (offset == cargo.size()) {
                return told(standing);
            }
            Reply reply = put(client, cargo, offset);
            if (!reply.taken()) {
                throw refused(reply, Reason.REFUSED);
            }
            return told(reply);
        } finally {
            client.close();
        }
    }

    private static DestinationException refused(Reply reply, Reason otherwise) {
        return new DestinationException(reply.passing() ? Reason.UNREACHABLE : otherwise);
    }

    private static String told(Reply reply) {
        return ("HTTP " + reply.status() + " " + reply.text().replaceAll("[\\p{Cntrl}\\s]+", " ")).strip();
    }

    private HttpClient client() {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setForceSni(true)
                .setKeepAlive(false)
                .setConnectTimeout((int) config.connect().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.silence().toMillis());
        config.caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return vertx.createHttpClient(options);
    }

    private Reply head(HttpClient client, boolean withToken) throws DestinationException {
        HttpClientRequest request = request(client, HttpMethod.HEAD, withToken);
        Future<Reply> reply = request.response().compose(HttpsReceiver::reply);
        await(request.end());
        return await(reply);
    }

    private Reply put(HttpClient client, Cargo cargo, long offset) throws DestinationException, IOException {
        HttpClientRequest request = request(client, HttpMethod.PUT, true);
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(cargo.sha256()));
        request.putHeader("Content-Type", "application/zip")
                .putHeader("Content-Length", Long.toString(cargo.size() - offset))
                .putHeader("Content-Disposition", "attachment; filename=\"" + cargo.name() + "\"")
                .putHeader("Repr-Digest", "sha-256=:" + digest + ":")
                .putHeader("Idempotency-Key", cargo.id());
        if (offset > 0) {
            request.putHeader("Content-Range", "bytes " + offset + "-" + (cargo.size() - 1) + "/" + cargo.size());
        }
        Future<Reply> reply = request.response().compose(HttpsReceiver::reply);
        try {
            write(request, cargo, offset);
            await(request.end());
        } catch (DestinationException e) {
            // who refuses early says so before it closes
            if (reply.succeeded()) {
                return reply.result();
            }
            throw e;
        }
        return await(reply);
    }

    private void write(HttpClientRequest request, Cargo cargo, long offset) throws DestinationException, IOException {
        cargo.content().position(offset);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long left = cargo.size() - offset; left > 0; ) {
            chunk.clear().limit((int) Math.min(CHUNK, left));
            int read = cargo.content().read(chunk);
            if (read < 0) {
                throw new IOException("The bundle ends " + left + " bytes too early");
            }
            await(request.write(Buffer.buffer(CHUNK).appendBytes(chunk.array(), 0, read)));
            left -= read;
        }
    }

    /** To the address that was checked; the name stands in the certificate, in SNI and in {@code Host}. */
    private HttpClientRequest request(HttpClient client, HttpMethod method, boolean withToken)
            throws DestinationException {
        HttpClientRequest request = await(client.request(new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setURI(destination.path())
                .setFollowRedirects(false)));
        // what goes wrong, the futures tell
        request.exceptionHandler(_ -> {});
        return withToken ? request.putHeader("Authorization", "Bearer " + token) : request;
    }

    private static Future<Reply> reply(HttpClientResponse response) {
        Buffer text = Buffer.buffer();
        long[] seen = {0};
        response.handler(part -> {
            text.appendBuffer(part, 0, Math.max(0, Math.min(part.length(), MOST_TEXT - text.length())));
            seen[0] += part.length();
            if (seen[0] > MOST_ANSWER) {
                response.request().connection().close();
            }
        });
        return response.end()
                .map(_ -> new Reply(
                        response.statusCode(),
                        Optional.ofNullable(response.getHeader("Upload-Offset")),
                        text.toString()));
    }

    private <T> T await(Future<T> future) throws DestinationException {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.connect().plus(config.silence()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DestinationException(
                    e.getCause() instanceof SSLException ? Reason.OTHER_HOST : Reason.UNREACHABLE, e.getCause());
        } catch (TimeoutException e) {
            throw new DestinationException(Reason.UNREACHABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DestinationException(Reason.UNREACHABLE, new InterruptedIOException());
        }
    }
}
