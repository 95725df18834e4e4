package si.vpogled.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import si.vpogled.subject.Identifier;

class SaltedHashTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Identifier NUMBER = new Identifier.CustomerNumber("100200");

    @Test
    void it_knows_whom_it_is_of_and_nobody_else() {
        SaltedHash hash = SaltedHash.of(NUMBER, RANDOM);

        assertThat(hash.isOf(NUMBER)).isTrue();
        assertThat(hash.isOf(new Identifier.CustomerNumber("100201"))).isFalse();
        assertThat(hash.isOf(new Identifier.HostingAccount("cebelar"))).isFalse();
    }

    @Test
    void two_of_the_same_have_nothing_in_common() {
        assertThat(SaltedHash.of(NUMBER, RANDOM).hash())
                .isNotEqualTo(SaltedHash.of(NUMBER, RANDOM).hash());
    }
}
