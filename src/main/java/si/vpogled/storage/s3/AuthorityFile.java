package si.vpogled.storage.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;
import si.vpogled.storage.Authorities;
import si.vpogled.storage.StoreException;
import si.vpogled.storage.StoreSettings;

/** The operator's file of certification authorities. */
final class AuthorityFile {
    private AuthorityFile() {}

    static TrustManager[] trusted(Path file) throws StoreException {
        try {
            return Authorities.of(new ByteArrayInputStream(pem(file).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw none(file, e);
        }
    }

    /** What is in it, for those who have not got the file. */
    static String pem(Path file) throws StoreException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw none(file, e);
        }
    }

    private static StoreException none(Path file, Exception cause) {
        return new StoreException(
                StoreException.Kind.MISCONFIGURED,
                StoreSettings.variable(S3Settings.CA)
                        + " must name a readable file of certificates in PEM form; this is none: " + file,
                cause);
    }
}
