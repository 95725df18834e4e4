package si.vpogled.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import si.vpogled.demo.Journey;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.server.FaultyProxy;
import si.vpogled.demo.server.ReceivedMail;

/** Killed before anybody looked at what was found. */
class KilledInCollectionIT extends OnMortalService {
    private static final Journey.Person NEWSLETTER =
            new Journey.Person("Planinska trgovina", DemoCustomers.NEWSLETTER_EMAIL);

    @Test
    void killed_right_after_the_request_was_sent() {
        Journey journey = submitted();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_when_the_mail_server_has_the_confirmation_letter_and_nobody_noted_it_down() {
        Journey journey;
        try (Gate gate = Gate.before(world.postgres(), "letter", "update", "new.kind = 'CONFIRM'")) {
            journey = submitted();
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(journey);

        List<ReceivedMail> confirmations = journey.letters().stream()
                .filter(letter -> letter.text().contains("/confirm/"))
                .toList();
        assertThat(confirmations).hasSize(2);
        assertThat(confirmations.stream().map(ReceivedMail::id))
                .containsOnly(confirmations.getFirst().id());
        assertThat(journey.tokens("/confirm/")).hasSize(1);
    }

    @Test
    void killed_right_after_the_confirmation() {
        Journey journey = submitted().confirm();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_right_after_the_acceptance() {
        Journey journey = submitted().confirm().accept();
        service.kill();
        endsOnce(journey);
    }

    @Test
    void killed_while_the_first_wave_runs() {
        billing.conduct(new FaultyProxy.Conduct.Silence());
        Journey journey = submitted().confirm().accept();
        database.awaitRun(journey.reference(), "billing", "state = 'RUNNING'");
        service.kill();
        billing.conduct(new FaultyProxy.Conduct.Pass());
        endsOnce(journey);
        assertThat(attempts(journey, "billing")).isEqualTo("2");
    }

    @Test
    void killed_in_the_middle_of_the_second_wave() {
        dostavljalec.conduct(new FaultyProxy.Conduct.Delay(Duration.ofMillis(5)));
        Journey journey = Journey.submit(service.url(), world.mail(), NEWSLETTER, List.of("dostavljalec"))
                .confirm()
                .checkIdentity()
                .accept();
        database.awaitRun(journey.reference(), "dostavljalec", "state = 'RUNNING' and records > 0");
        service.kill();
        dostavljalec.conduct(new FaultyProxy.Conduct.Pass());
        endsOnce(journey);
        assertThat(attempts(journey, "billing")).isEqualTo("1");
        assertThat(attempts(journey, "dostavljalec")).isEqualTo("2");
    }

    @Test
    void killed_when_the_last_run_ends() {
        Journey journey = submitted().confirm();
        try (Gate gate = Gate.before(world.postgres(), "history", "insert", "new.action = 'collected'")) {
            journey.accept();
            gate.awaitHeld();
            service.kill();
        }
        endsOnce(journey);
        assertThat(attempts(journey, "whois-domain")).isEqualTo("2");
    }
}
