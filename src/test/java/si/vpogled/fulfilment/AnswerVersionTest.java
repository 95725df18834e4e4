package si.vpogled.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.vpogled.collection.Run;
import si.vpogled.collection.RunState;
import si.vpogled.collection.WithheldParts;
import si.vpogled.collection.Withholdings;
import si.vpogled.connector.extract.Part;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.RefusalGround;

/** Whatever would be in an answer otherwise makes another version of it, and nothing else does. */
class AnswerVersionTest {
    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final ItemId NAME = ItemId.parse("domains.legal-framework.name");
    private static final ItemId EMAIL = ItemId.parse("domains.legal-framework.email");

    private static Run run(RunState state, int attempt) {
        return new Run(
                CASE,
                CASE,
                "billing",
                state,
                attempt,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Run.Extract("key-" + attempt, attempt)),
                attempt * 7L,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Withholdings.Withholding withheld(ItemId item, String reason, String by) {
        return new Withholdings.Withholding(item, RefusalGround.RIGHTS_OF_OTHERS, reason, by, Instant.EPOCH);
    }

    private static WithheldParts.WithheldPart part(String entry, Optional<String> field) {
        return new WithheldParts.WithheldPart(
                UUID.randomUUID(),
                new WithheldParts.Source("billing", 1),
                new Part(entry, Optional.empty(), field),
                RefusalGround.RIGHTS_OF_OTHERS,
                "razlog",
                "klara",
                Instant.EPOCH,
                false);
    }

    private static String version(
            Run run, List<Withholdings.Withholding> items, List<WithheldParts.WithheldPart> parts) {
        return AnswerVersion.of(CASE, List.of(run), items, parts).text();
    }

    @Test
    void each_decision_and_each_extract_makes_another_one() {
        Run run = run(RunState.ANSWERED, 1);
        List<String> versions = List.of(
                version(run, List.of(), List.of()),
                version(run(RunState.ANSWERED, 2), List.of(), List.of()),
                version(run(RunState.FAILED, 1), List.of(), List.of()),
                version(run, List.of(withheld(NAME, "razlog", "klara")), List.of()),
                version(run, List.of(withheld(EMAIL, "razlog", "klara")), List.of()),
                version(run, List.of(withheld(NAME, "drug razlog", "klara")), List.of()),
                version(run, List.of(), List.of(part("a/b/c.json", Optional.empty()))),
                version(run, List.of(), List.of(part("a/b/c.json", Optional.of("name")))),
                version(run, List.of(), List.of(part("a/b/d.json", Optional.of("name")))));

        assertThat(versions).doesNotHaveDuplicates().allMatch(text -> text.matches("[0-9a-f]{32}"));
    }

    @Test
    void who_decided_and_under_which_id_makes_none() {
        Run run = run(RunState.ANSWERED, 1);

        assertThat(version(
                        run, List.of(withheld(NAME, "razlog", "klara")), List.of(part("a/b/c.json", Optional.empty()))))
                .isEqualTo(version(
                        run,
                        List.of(withheld(NAME, "razlog", "oskar")),
                        List.of(part("a/b/c.json", Optional.empty()))));
    }
}
