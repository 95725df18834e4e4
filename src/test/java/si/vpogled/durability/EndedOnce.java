package si.vpogled.durability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import si.vpogled.bundle.verify.VerifyBundle;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.Journey;
import si.vpogled.demo.server.ReceivedMail;

/** That a case came to its end once, whatever happened on the way: one answer, one of each step, one of each mail. */
record EndedOnce(Path store, ServiceDatabase database) {
    private static final List<String> TRANSITIONS =
            List.of("submitted", "confirmed", "accepted", "collected", "released", "assembled");
    private static final String LETTERS = "select id::text from letter where request_id = :case and dropped_at is null";
    private static final String LETTERS_WAITING = LETTERS + " and sent_at is null";
    private static final String LETTERS_SENT =
            "select detail ->> 'kind' from history where request_id = :case and action = 'letter-sent' order by 1";

    EndedOnce(DemoWorld world, ServiceDatabase database) {
        this(world.store(), database);
    }

    void check(Journey journey, Path folder) {
        check(journey, folder, Set.of());
    }

    /** @param handedOverUnnoted what {@link #handedOverUnnoted} said of each moment in which a process was killed */
    void check(Journey journey, Path folder, Set<String> handedOverUnnoted) {
        String reference = journey.reference();
        await("the last letter of " + reference)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(database.column(LETTERS_SENT, reference))
                        .containsExactly("confirm", "ready", "received"));
        oneMailOfEachKind(journey, handedOverUnnoted);
        work(journey, folder);
    }

    /** One of each step, one answer, which is whole, and nothing left over in the store. */
    void work(Journey journey, Path folder) {
        String reference = journey.reference();
        oneEntryForEachTransition(reference);
        assertThat(database.column("select state from bundle where request_id = :case", reference))
                .containsExactly("ready");
        nothingIsLeft(reference);
        verify(journey, folder);
    }

    /** An attempt that was overtaken may have come to its end only now, and takes away what it wrote. */
    private void nothingIsLeft(String reference) {
        await("what is stored of " + reference)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(1))
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> {
                    Set<String> counted = counted(reference);
                    assertThat(stored(reference))
                            .as(
                                    "nothing that a killed attempt wrote is left, but for files of a message that never was")
                            .containsAll(counted)
                            .allMatch(key -> counted.contains(key) || key.contains("/attachments/"));
                });
    }

    /**
     * Each letter was sent once, and noted down once.
     *
     * @param copies how many may have come, by the letter's id: a further one only where a process was taken for dead
     *     while it was at the letter, as it was when it was killed
     */
    void letters(Journey journey, ToIntFunction<String> copies) {
        String reference = journey.reference();
        await("the letters of " + reference)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> {
                    assertThat(database.column(LETTERS_SENT, reference))
                            .filteredOn(List.of("confirm", "ready", "received")::contains)
                            .containsExactly("confirm", "ready", "received");
                    assertThat(database.column(LETTERS_WAITING, reference)).isEmpty();
                });
        List<ReceivedMail> received = journey.letters();
        for (String letter : database.column(LETTERS, reference)) {
            assertThat(received)
                    .filteredOn(mail -> mail.id().startsWith("<" + letter + "@"))
                    .as(letter)
                    .hasSizeBetween(1, copies.applyAsInt(letter));
        }
    }

    /**
     * The Message-IDs of the letters of a case that a killed process had handed over and not noted down. It is the one
     * moment in which a second copy must come: the next process cannot know of the first, and SMTP has no way to ask
     * (RFC 5321 section 4.5.5 prefers two copies to none). Both are one message by their Message-ID (RFC 5322 section
     * 3.6.4).
     */
    Set<String> handedOverUnnoted(Journey journey) {
        List<String> noted = database.column(
                "select id::text from letter where request_id = :case and sent_at is not null", journey.reference());
        return journey.letters().stream()
                .map(ReceivedMail::id)
                .filter(id -> noted.stream().noneMatch(letter -> id.startsWith("<" + letter + "@")))
                .collect(toSet());
    }

    /** One message of each kind, and one copy of each but for those that were handed over and not noted down. */
    private static void oneMailOfEachKind(Journey journey, Set<String> handedOverUnnoted) {
        List<ReceivedMail> letters = journey.letters();
        assertThat(letters.stream().collect(groupingBy(ReceivedMail::subject, mapping(ReceivedMail::id, toSet()))))
                .hasSize(3)
                .allSatisfy((kind, ids) -> assertThat(ids).as(kind).hasSize(1));
        assertThat(letters.stream().collect(groupingBy(ReceivedMail::id)))
                .hasSize(3)
                .allSatisfy((id, copies) -> {
                    assertThat(id).matches("<[0-9a-f-]{36}@.+>");
                    // a commit that was on its way when the process died may still have come through
                    assertThat(copies)
                            .as(copies.getFirst().subject())
                            .hasSizeBetween(1, handedOverUnnoted.contains(id) ? 2 : 1);
                });
    }

    private void oneEntryForEachTransition(String reference) {
        List<String> actions =
                database.column("select action from history where request_id = :case order by id", reference);
        List<String> once = new ArrayList<>(TRANSITIONS);
        // each source that was asked again is a collection of its own
        once.addAll(
                TRANSITIONS.indexOf("collected"),
                Collections.nCopies(Collections.frequency(actions, "connector-retried"), "collected"));
        assertThat(actions.stream().filter(TRANSITIONS::contains)).isEqualTo(once);
    }

    /** What has its place in the case. */
    private Set<String> counted(String reference) {
        return Set.copyOf(database.column("""
                select extract_key from run where request_id = :case and extract_key is not null
                union all select object_key from bundle where request_id = :case
                union all select object_key from attachment join message on message.id = message_id
                where request_id = :case""", reference));
    }

    Set<String> stored(String reference, String kind) {
        return stored(reference).stream()
                .filter(key -> key.contains("/" + kind + "/"))
                .collect(toSet());
    }

    Set<String> stored(String reference) {
        String id = database.column("select :case::text", reference).getFirst();
        Path folder = store.resolve("requests").resolve(id);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> store.relativize(file).toString())
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void verify(Journey journey, Path folder) {
        Path bundle = journey.download(1, folder.resolve(journey.reference() + ".zip"));
        Path keys = journey.keys(folder.resolve(journey.reference() + ".jwks.json"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyBundle.run(
                List.of(bundle.toString(), "--key", keys.toString(), "--lang", "en"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
