package si.vpogled.storage.s3;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import si.vpogled.storage.Grant;
import si.vpogled.storage.StoreException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Begins an upload for somebody else, and signs the requests that bring it to its end: those, and no others. */
final class GrantUpload {
    private static final String SIGNATURE = "X-Amz-Signature=";
    /** The protocol's own bound. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Bucket bucket;
    private final S3Settings settings;
    private final InstantSource clock;

    /** @param clock the store's own, near enough */
    GrantUpload(Bucket bucket, S3Settings settings, InstantSource clock) {
        this.bucket = bucket;
        this.settings = settings;
        this.clock = clock;
    }

    Grant.Parts of(String key, Grant.Terms terms) throws IOException {
        Optional<String> authorities = settings.authorities().isEmpty()
                ? Optional.empty()
                : Optional.of(AuthorityFile.pem(settings.authorities().get()));
        String upload = bucket.ask(s3 -> s3.createMultipartUpload(request -> request.bucket(bucket.name())
                        .key(key)
                        .metadata(Bucket.madeBy(UUID.randomUUID().toString()))))
                .uploadId();
        URI address = address(key);
        Signed signed = new Signed(address, upload, clock.instant(), shorter(terms.time()));
        return new Grant.Parts(
                Grant.VERSION,
                signed.from().plus(signed.time()),
                new Grant.Request("PUT", template(sign(signed, 1)), Map.of()),
                groups(signed, PartSizes.of(terms.bytes(), bucket.partSize())),
                complete(signed),
                authorities);
    }

    /** Requests for one upload, all signed at one time. */
    private record Signed(URI address, String upload, Instant from, Duration time) {}

    private static Duration shorter(Duration time) {
        return time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }

    private URI address(String key) throws IOException {
        try {
            return bucket.ask(s3 -> s3.utilities()
                            .getUrl(request -> request.bucket(bucket.name()).key(key)))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new StoreException(StoreException.Kind.MISCONFIGURED, "The S3 store's address cannot be used", e);
        }
    }

    private List<Grant.Group> groups(Signed signed, List<PartSizes.Group> sizes) {
        List<Grant.Group> groups = new ArrayList<>();
        int number = 1;
        for (PartSizes.Group size : sizes) {
            List<String> signatures = new ArrayList<>(size.count());
            for (int i = 0; i < size.count(); i++) {
                signatures.add(signature(sign(signed, number++)));
            }
            groups.add(new Grant.Group(size.bytes(), signatures));
        }
        return groups;
    }

    private String sign(Signed signed, int part) {
        return sign(
                signed,
                request ->
                        request.method(SdkHttpMethod.PUT).putRawQueryParameter("partNumber", Integer.toString(part)));
    }

    private Grant.Request complete(Signed signed) {
        Map<String, String> headers = Map.of("If-None-Match", S3Upload.WHERE_NONE_IS);
        String url = sign(signed, request -> {
            request.method(SdkHttpMethod.POST);
            headers.forEach(request::putHeader);
        });
        return new Grant.Request("POST", url, headers);
    }

    private String sign(Signed signed, Consumer<SdkHttpRequest.Builder> more) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().uri(signed.address()).putRawQueryParameter("uploadId", signed.upload());
        more.accept(request);
        return signer.sign(to -> to.identity(AwsCredentialsIdentity.create(
                                settings.credentials().access(),
                                settings.credentials().secret()))
                        .request(request.build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, signed.time())
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signed.from(), ZoneOffset.UTC)))
                .request()
                .getUri()
                .toString();
    }

    private static String signature(String url) {
        int start = url.indexOf(SIGNATURE) + SIGNATURE.length();
        int end = url.indexOf('&', start);
        return end < 0 ? url.substring(start) : url.substring(start, end);
    }

    private static String template(String url) {
        return url.replace(SIGNATURE + signature(url), SIGNATURE + "{signature}")
                .replaceFirst("partNumber=1(?=&|$)", "partNumber={part}");
    }
}
