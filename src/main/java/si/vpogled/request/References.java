package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** References that cannot be guessed or counted: 60 random bits in Crockford's base 32, {@code VP-7K3M-9Q2D-X4TB}. */
@ApplicationScoped
class References {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder reference = new StringBuilder("VP");
        for (int i = 0; i < 12; i++) {
            if (i % 4 == 0) {
                reference.append('-');
            }
            reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }
}
