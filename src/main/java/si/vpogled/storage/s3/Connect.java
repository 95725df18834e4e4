package si.vpogled.storage.s3;

import java.time.Duration;
import java.util.Set;
import javax.net.ssl.TrustManager;
import si.vpogled.storage.StoreException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Makes a client that any S3 store understands, and that does not give up at once. */
final class Connect {
    private static final int TRIES = 6;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    /** What went wrong on the way, besides what the client takes for passing by itself. */
    private static final Set<String> PASSING = Set.of(
            "BadDigest",
            "IncompleteBody",
            "InternalError",
            "OperationAborted",
            "RequestTimeout",
            "SlowDown",
            "XAmzContentSHA256Mismatch");

    private Connect() {}

    static S3Client to(S3Settings settings) throws StoreException {
        UrlConnectionHttpClient.Builder http =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE);
        if (settings.authorities().isPresent()) {
            TrustManager[] trusted =
                    AuthorityFile.trusted(settings.authorities().get());
            http.tlsTrustManagersProvider(() -> trusted);
        }
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(http)
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.credentials().access(), settings.credentials().secret())))
                .forcePathStyle(settings.addressing() == S3Settings.Addressing.PATH)
                // each part brings its own sum, the one that every store knows how to check
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create())
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .overrideConfiguration(configuration -> configuration.retryStrategy(patience()));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static StandardRetryStrategy patience() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(TRIES)
                .retryOnException(Connect::passes)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(5)))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(Duration.ofMillis(500), Duration.ofSeconds(10)))
                // a store that is away for one is away for all; each is to try for itself
                .circuitBreakerEnabled(false)
                .build();
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof S3Exception refused && PASSING.contains(Faults.code(refused));
    }
}
