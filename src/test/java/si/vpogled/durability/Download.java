package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import si.vpogled.demo.Journey;

/** A bundle that is on its way: as fast as it is read, since nobody keeps much of it in between. */
final class Download implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private final MessageDigest read;

    private Download(String base, Journey journey) throws IOException, InterruptedException {
        answer = client.send(request(base, journey).build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            read = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static Download begin(String base, Journey journey) throws IOException, InterruptedException {
        return new Download(base, journey);
    }

    private static HttpRequest.Builder request(String base, Journey journey) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1/requests/" + journey.reference() + "/bundles/1"))
                .header("Authorization", "Bearer " + journey.session());
    }

    /** The file's SHA-256, as its entity tag says. */
    String tag() {
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    long size() {
        return answer.headers().firstValueAsLong("Content-Length").orElseThrow();
    }

    void read(int bytes) throws IOException {
        read.update(answer.body().readNBytes(bytes));
    }

    /** Reads all that is left, and gives the SHA-256 of the whole. */
    String rest() throws IOException {
        try (InputStream body = answer.body()) {
            byte[] piece = new byte[64 * 1024];
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                read.update(piece, 0, length);
            }
        }
        return HexFormat.of().formatHex(read.digest());
    }

    /** How much of the same file comes from an offset on. */
    static int range(String base, Journey journey, String tag, int from) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> part = client.send(
                    request(base, journey)
                            .header("Range", "bytes=" + from + "-")
                            .header("If-Range", '"' + tag + '"')
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(part.statusCode()).isEqualTo(206);
            return part.body().length;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
