package si.vpogled.storage.s3;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;

/**
 * How a bucket is reached.
 *
 * @param endpoint the store's address; empty for Amazon's own of the region
 * @param region as the store calls it; many do not care
 * @param bucket it must be there, and hold nothing else
 * @param credentials of somebody who may list the bucket and its uploads, and read, write and delete its objects
 * @param addressing where a request names the bucket
 * @param authorities a file of certificates in PEM form, which alone are trusted; empty for those of the Java platform
 * @param partSize bytes that are sent, and kept in memory, at once; an object may have {@value #MOST_PARTS} times as many
 */
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        String bucket,
        Credentials credentials,
        Addressing addressing,
        Optional<Path> authorities,
        int partSize) {
    static final String PREFIX = "vpogled.store.s3.";
    static final String ENDPOINT = PREFIX + "endpoint";
    static final String REGION = PREFIX + "region";
    static final String BUCKET = PREFIX + "bucket";
    static final String ACCESS_KEY = PREFIX + "access-key";
    static final String SECRET_KEY = PREFIX + "secret-key";
    static final String ADDRESSING = PREFIX + "addressing";
    static final String CA = PREFIX + "ca";
    static final String PART_SIZE = PREFIX + "part-size";

    static final int MOST_PARTS = 10_000;
    private static final int MEBIBYTE = 1 << 20;
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String DEFAULT_PART_SIZE = "8M";

    /** @param secret stays unsaid wherever this is written down */
    record Credentials(String access, String secret) {
        @Override
        public String toString() {
            return access;
        }
    }

    /** Where a request names the bucket. */
    enum Addressing {
        /** {@code https://store/bucket/key} */
        PATH,
        /** {@code https://bucket.store/key} */
        VIRTUAL_HOST
    }

    /** @throws StoreException naming the setting that is missing or cannot be */
    public static S3Settings of(StoreSettings settings) throws StoreException {
        Optional<String> endpoint = settings.find(ENDPOINT);
        return new S3Settings(
                endpoint.isEmpty() ? Optional.empty() : Optional.of(address(endpoint.get())),
                settings.find(REGION).orElse(DEFAULT_REGION),
                settings.required(BUCKET, "name the bucket for encrypted extracts and bundles"),
                new Credentials(
                        settings.required(ACCESS_KEY, "be the access key of the S3 store"),
                        settings.required(SECRET_KEY, "be the secret that belongs to the access key of the S3 store")),
                addressing(settings.find(ADDRESSING).orElse("path")),
                settings.find(CA).map(Path::of),
                partSize(settings.find(PART_SIZE).orElse(DEFAULT_PART_SIZE)));
    }

    private static URI address(String endpoint) throws StoreException {
        String wanted = "be an address such as https://s3.example.com:9000, without a path";
        try {
            URI address = new URI(endpoint);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getRawPath().matches("/?")
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            throw new StoreException(
                    StoreException.Kind.MISCONFIGURED, StoreSettings.variable(ENDPOINT) + " must " + wanted, e);
        }
        throw StoreSettings.wrong(ENDPOINT, wanted);
    }

    private static Addressing addressing(String word) throws StoreException {
        return switch (word) {
            case "path" -> Addressing.PATH;
            case "virtual-host" -> Addressing.VIRTUAL_HOST;
            default -> throw StoreSettings.wrong(ADDRESSING, "be path or virtual-host");
        };
    }

    /** The protocol knows no smaller part, but for the last. */
    private static int partSize(String size) throws StoreException {
        if (size.matches("[1-9][0-9]{0,2}M")) {
            int mebibytes = Integer.parseInt(size.substring(0, size.length() - 1));
            if (mebibytes >= 5 && mebibytes <= 512) {
                return mebibytes * MEBIBYTE;
            }
        }
        throw StoreSettings.wrong(PART_SIZE, "be a size from 5M to 512M");
    }

    /** The store, as an error names it. */
    String place() {
        return endpoint.map(URI::toString).orElse("Amazon, region " + region);
    }
}
