package si.vpogled.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.Order;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Text;

class WavesTest {
    private static final ConnectorDefinition BILLING = connector(
            "billing",
            List.of(IdentifierKind.EMAIL, IdentifierKind.CUSTOMER_NUMBER),
            List.of(IdentifierKind.CUSTOMER_NUMBER));
    private static final ConnectorDefinition HOSTING =
            connector("hosting", List.of(IdentifierKind.CUSTOMER_NUMBER), List.of(IdentifierKind.HOSTING_ACCOUNT));
    private static final ConnectorDefinition DOMAINS =
            connector("domains", List.of(IdentifierKind.CUSTOMER_NUMBER), List.of(IdentifierKind.DOMAIN));

    private static final Set<String> NOBODY = Set.of();

    private final Waves waves = new Waves(List.of(BILLING, HOSTING, DOMAINS));

    @Test
    void the_first_wave_is_whoever_needs_only_what_is_proved() {
        assertThat(waves.next(all(RunState.WAITING), NOBODY, Set.of(IdentifierKind.EMAIL)))
                .containsExactly(new Waves.Step("billing", Waves.Verb.START, ""));
    }

    @Test
    void a_connector_waits_for_everyone_who_may_yield_what_it_needs() {
        Map<String, RunState> states =
                Map.of("billing", RunState.RUNNING, "hosting", RunState.WAITING, "domains", RunState.WAITING);

        assertThat(waves.next(states, NOBODY, Set.of(IdentifierKind.EMAIL, IdentifierKind.CUSTOMER_NUMBER)))
                .isEmpty();
    }

    @Test
    void the_second_wave_runs_side_by_side() {
        Map<String, RunState> states =
                Map.of("billing", RunState.ANSWERED, "hosting", RunState.WAITING, "domains", RunState.WAITING);

        assertThat(waves.next(states, NOBODY, Set.of(IdentifierKind.CUSTOMER_NUMBER)))
                .extracting(Waves.Step::connector)
                .containsExactly("hosting", "domains");
    }

    @Test
    void who_has_nobody_to_look_up_is_not_needed_once_everyone_before_has_answered() {
        Map<String, RunState> states =
                Map.of("billing", RunState.ANSWERED, "hosting", RunState.WAITING, "domains", RunState.ANSWERED);

        assertThat(waves.next(states, NOBODY, Set.of(IdentifierKind.EMAIL)))
                .containsExactly(new Waves.Step("hosting", Waves.Verb.NOT_NEEDED, ""));
    }

    @Test
    void a_failure_before_it_blocks_a_connector_instead_of_calling_it_empty() {
        Map<String, RunState> states =
                Map.of("billing", RunState.FAILED, "hosting", RunState.WAITING, "domains", RunState.ANSWERED);

        assertThat(waves.next(states, Set.of("billing"), Set.of(IdentifierKind.EMAIL)))
                .containsExactly(new Waves.Step("hosting", Waves.Verb.BLOCKED, "billing"));
    }

    @Test
    void who_failed_but_named_all_the_accounts_blocks_nobody() {
        Map<String, RunState> states =
                Map.of("billing", RunState.FAILED, "hosting", RunState.WAITING, "domains", RunState.ANSWERED);

        assertThat(waves.next(states, NOBODY, Set.of(IdentifierKind.EMAIL)))
                .containsExactly(new Waves.Step("hosting", Waves.Verb.NOT_NEEDED, ""));
    }

    @Test
    void who_is_known_is_looked_up_even_where_others_of_theirs_may_be_unknown() {
        Map<String, RunState> states =
                Map.of("billing", RunState.FAILED, "hosting", RunState.WAITING, "domains", RunState.ANSWERED);

        assertThat(waves.next(states, Set.of("billing"), Set.of(IdentifierKind.CUSTOMER_NUMBER)))
                .containsExactly(new Waves.Step("hosting", Waves.Verb.START, ""));
    }

    @Test
    void a_silent_connector_hides_all_that_build_on_it_however_far() {
        ConnectorDefinition registry = connector("registry", List.of(IdentifierKind.DOMAIN), List.of());

        assertThat(new Waves(List.of(BILLING, DOMAINS, HOSTING, registry)).behind("billing"))
                .containsExactly("domains", "hosting", "registry");
        assertThat(new Waves(List.of(BILLING, DOMAINS, HOSTING, registry)).behind("domains"))
                .containsExactly("registry");
        assertThat(waves.behind("hosting")).isEmpty();
    }

    @Test
    void asking_one_again_asks_those_again_that_build_on_it() {
        assertThat(waves.after("billing")).containsExactly("hosting", "domains");
        assertThat(waves.after("hosting")).isEmpty();
    }

    @Test
    void a_connector_waits_for_others_and_not_for_what_it_yields_itself() {
        ConnectorDefinition registry = connector(
                "registry",
                List.of(IdentifierKind.CUSTOMER_NUMBER, IdentifierKind.DOMAIN),
                List.of(IdentifierKind.DOMAIN));
        Waves both = new Waves(List.of(BILLING, registry));

        assertThat(both.next(
                        Map.of("billing", RunState.RUNNING, "registry", RunState.WAITING),
                        NOBODY,
                        Set.of(IdentifierKind.DOMAIN)))
                .as("billing may yet name a customer")
                .isEmpty();
        assertThat(both.next(
                        Map.of("billing", RunState.ANSWERED, "registry", RunState.WAITING),
                        NOBODY,
                        Set.of(IdentifierKind.DOMAIN)))
                .containsExactly(new Waves.Step("registry", Waves.Verb.START, ""));
        assertThat(both.after("registry")).isEmpty();
        assertThat(both.behind("registry")).isEmpty();
    }

    private static Map<String, RunState> all(RunState state) {
        return Map.of("billing", state, "hosting", state, "domains", state);
    }

    private static ConnectorDefinition connector(String name, List<IdentifierKind> needs, List<IdentifierKind> yields) {
        return new ConnectorDefinition(
                1,
                name,
                new Text(name, name),
                needs,
                yields,
                1,
                new Order.Limits(60, 1, 1),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
