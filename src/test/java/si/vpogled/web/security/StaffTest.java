package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.request.Role;

class StaffTest {
    private static final String HASH = BcryptUtil.bcryptHash("skrivnost", 4);

    private record Configured(String password, Set<String> roles) implements StaffConfig.Member {}

    @Test
    void a_right_password_gives_the_roles_of_configuration() {
        Staff staff = staff(HASH, "clerk", "auditor");

        assertThat(staff.rolesByPassword("klara", "skrivnost".toCharArray()))
                .contains(Set.of(Role.CLERK, Role.AUDITOR));
        assertThat(staff.knows("klara")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    void a_hash_is_known_by_whichever_name_its_program_gives_it(String name) {
        Staff staff = staff(name + HASH.substring(name.length()), "clerk");

        assertThat(staff.rolesByPassword("klara", "skrivnost".toCharArray())).isPresent();
        assertThat(staff.rolesByPassword("klara", "x".toCharArray())).isEmpty();
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_password_beyond_what_bcrypt_reads_give_nothing() {
        Staff staff = staff(HASH, "clerk");

        assertThat(staff.rolesByPassword("klara", "x".toCharArray())).isEmpty();
        assertThat(staff.rolesByPassword("nihce", "skrivnost".toCharArray())).isEmpty();
        assertThat(new Staff(Map::of).rolesByPassword("nihce", "skrivnost".toCharArray()))
                .as("there are no members at all")
                .isEmpty();
        assertThat(staff(BcryptUtil.bcryptHash("a".repeat(72), 4), "clerk")
                        .rolesByPassword("klara", "a".repeat(73).toCharArray()))
                .isEmpty();
    }

    @Test
    void a_password_once_right_is_known_again_and_others_are_not() {
        Staff staff = staff(HASH, "clerk");
        staff.rolesByPassword("klara", "skrivnost".toCharArray());

        assertThat(staff.rolesByPassword("klara", "skrivnost".toCharArray())).isPresent();
        assertThat(staff.rolesByPassword("klara", "skrivnosT".toCharArray())).isEmpty();
        assertThat(staff.rolesByPassword("oskar", "skrivnost".toCharArray())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"skrivnost", "", "$1$abc", "$2y$12$short"})
    void a_password_in_plain_stops_the_start_and_says_what_to_do(String password) {
        assertThatThrownBy(() -> staff(password, "clerk"))
                .hasMessageContaining("vpogled.staff.klara.password")
                .hasMessageContaining("htpasswd")
                .hasMessageNotContaining("skrivnost");
    }

    @Test
    void an_unknown_role_stops_the_start() {
        assertThatThrownBy(() -> staff(HASH, "boss")).hasMessageContaining("boss is not clerk, approver or auditor");
    }

    private static Staff staff(String password, String... roles) {
        return new Staff(() -> Map.of("klara", new Configured(password, Set.of(roles))));
    }
}
