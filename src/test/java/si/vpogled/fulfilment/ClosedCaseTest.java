package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What is left of a case once it is closed. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class ClosedCaseTest {
    private static final String CLOSED =
            "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": {\"kind\": \"withdrawn\"}}";

    @Inject
    ShredTask shred;

    @Inject
    SeekWithheldTask seek;

    @Inject
    StagedCases cases;

    private String reference;
    private UUID request;

    @BeforeEach
    void a_closed_case_with_words_in_it() {
        reference = cases.in(CLOSED, "konec-%s@posta.example".formatted(UUID.randomUUID()), Language.SL);
        request = cases.id(reference);
        written(reference);
    }

    private void written(String to) {
        cases.messages(to, "subject", 2);
        cases.messages(to, "staff", 1);
        cases.attachment(to, 10);
        cases.withheldPart(to, "billing", "hosting/files/pismo-ane.txt", "Pismo je Anino.");
    }

    @Test
    void messages_names_of_files_and_withheld_parts_end_with_the_key() throws Exception {
        String other = cases.in(CLOSED, "drugi-%s@posta.example".formatted(UUID.randomUUID()), Language.SL);
        written(other);

        for (int i = 0; i < 2; i++) {
            shred.run(request.toString());
        }

        assertThat(words(reference)).isZero();
        assertThat(words(other)).as("of another case").isEqualTo(5);
    }

    private long words(String of) {
        return cases.number(
                "select (select count(*) from message where request_id = ?1)"
                        + " + (select count(*) from attachment a join message m on m.id = a.message_id"
                        + " where m.request_id = ?1)"
                        + " + (select count(*) from withheld_part where request_id = ?1)",
                cases.id(of));
    }

    @Test
    void nothing_is_sought_any_more_once_the_key_is_gone() throws Exception {
        cases.answered(reference, "billing");

        assertThat(seek.run(request + "/1")).isEmpty();
    }
}
