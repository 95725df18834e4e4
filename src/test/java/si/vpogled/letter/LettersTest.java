package si.vpogled.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.vpogled.request.Actor;
import si.vpogled.request.AskForSignIn;
import si.vpogled.request.History;
import si.vpogled.request.Right;
import si.vpogled.request.Role;
import si.vpogled.request.Submission;
import si.vpogled.request.SubmitRequest;
import si.vpogled.request.WithdrawRequest;
import si.vpogled.schedule.Schedule;
import si.vpogled.subject.Identifier;
import si.vpogled.testing.Mails;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.SettableClock;
import si.vpogled.testing.StagedCases;
import si.vpogled.text.Language;

/** What letters say, whenever they are sent, and to whom nothing is written. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class LettersTest {
    private static final Actor CLERK = Actor.staff("klara", Set.of(Role.CLERK));
    private static final String UNTIL = "2031-05-06T10:00:00Z";
    private static final String DECIDING = "{\"kind\": \"awaiting-decision\", \"since\": \"2030-01-01T00:00:00Z\"}";
    private static final String READY = "{\"kind\": \"ready\", \"since\": \"2030-01-01T00:00:00Z\", \"bundle\": 1,"
            + " \"availableUntil\": \"" + UNTIL + "\"}";
    private static final String READY_IN_PART =
            READY.replace("}", ", \"partial\": {\"reason\": \"vir molči\", \"missing\": [\"hosting\"]}}");
    private static final String REVIEW =
            "{\"kind\": \"in-review\", \"since\": \"2030-01-01T00:00:00Z\", \"supplement\": true}";
    private static final String REFUSED = closed(
            "{\"kind\": \"refused\", \"ground\": \"excessive\", \"reason\": \"Deseta enaka zahteva v letu dni.\"}");
    private static final String WITHDRAWN = closed("{\"kind\": \"withdrawn\"}");
    private static final String ENDED = closed("{\"kind\": \"answered-in-part\", \"bundles\": 1,"
            + " \"missing\": [\"hosting\"], \"reason\": \"Sistem je bil ukinjen.\"}");
    private static final String ERASED = closed("{\"kind\": \"erased\", \"plan\": \"1\"}");
    private static final String REMAINING = "{\"kind\": \"remaining\", \"since\": \"2030-01-01T00:00:00Z\","
            + " \"plan\": \"1\", \"next\": \"2035-01-01\"}";
    private static final String NOT_CONFIRMED = closed("{\"kind\": \"not-confirmed\"}");

    @Inject
    Letters letters;

    @Inject
    SendLetter send;

    @Inject
    StagedCases cases;

    @Inject
    SubmitRequest submit;

    @Inject
    WithdrawRequest withdraw;

    @Inject
    AskForSignIn signIn;

    @Inject
    History history;

    @Inject
    Schedule schedule;

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @ConfigProperty(name = ServiceWorld.MAILBOX)
    String mailbox;

    private final String email = "pisma-" + UUID.randomUUID() + "@posta.example";

    private static String closed(String ending) {
        return "{\"kind\": \"closed\", \"at\": \"2030-01-01T00:00:00Z\", \"ending\": " + ending + "}";
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    static Stream<Arguments> kinds() {
        String signIn = "/sign-in?reference=";
        return Stream.of(
                arguments(LetterKind.RECEIVED, DECIDING, List.of(signIn), List.of("Enomesečni rok"), List.of("month")),
                arguments(
                        LetterKind.EXTENDED,
                        DECIDING,
                        List.of(signIn, "Zahteva zajema veliko podatkov."),
                        remediesAnd("Na tri mesece podaljšani rok"),
                        remediesInEnglishAnd("three months", "GDPR Art. 12(3)")),
                arguments(
                        LetterKind.REFUSED,
                        REFUSED,
                        List.of(signIn, "Deseta enaka zahteva v letu dni."),
                        remediesAnd("Pravni temelj: 12. člen (5)(b) Splošne uredbe. Zahteva je pretirana."),
                        remediesInEnglishAnd("Ground: GDPR Art. 12(5)(b). The request is excessive.")),
                arguments(
                        LetterKind.WITHDRAWN,
                        WITHDRAWN,
                        List.of("@"),
                        List.of("je umaknjena in zaključena"),
                        List.of("is withdrawn and closed")),
                arguments(LetterKind.READY, READY, List.of(signIn), List.of(day("sl")), List.of(day("en"))),
                arguments(
                        LetterKind.READY_IN_PART,
                        READY_IN_PART,
                        List.of(signIn),
                        List.of(day("sl"), "še ni popoln"),
                        List.of(day("en"), "not complete yet")),
                arguments(
                        LetterKind.ENDED_IN_PART,
                        ENDED,
                        List.of(signIn, "Sistem je bil ukinjen."),
                        remediesAnd("ostaja delen"),
                        remediesInEnglishAnd("stays incomplete")),
                arguments(
                        LetterKind.ERASED,
                        ERASED,
                        List.of(signIn),
                        remediesAnd("preverili, da tega ni več"),
                        remediesInEnglishAnd("looked in the systems that we erased from that it is gone")),
                arguments(
                        LetterKind.ERASED_IN_PART,
                        REMAINING,
                        List.of(signIn),
                        remediesAnd("prvi tak dan je 1. 1. 2035"),
                        remediesInEnglishAnd("the first such day is 1 January 2035")),
                arguments(
                        LetterKind.SIGN_IN,
                        DECIDING,
                        List.of("/sign-in/"),
                        List.of("veljata 15 minut,"),
                        List.of("good for 15 minutes,")));
    }

    private static List<String> remediesAnd(String... more) {
        return together(more, "15 dneh", "Informacijskem pooblaščencu", "sodiščem", "14. člen (2) ZVOP-2");
    }

    private static List<String> remediesInEnglishAnd(String... more) {
        return together(more, "15 days", "Informacijski pooblaščenec", "court", "ZVOP-2 Art. 14(2)");
    }

    private static List<String> together(String[] more, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all;
    }

    private static String day(String language) {
        return language.equals("sl") ? "6. 5. 2031" : "6 May 2031";
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_letter_says_in_its_language_what_the_law_and_the_subject_need(
            LetterKind kind, String state, List<String> both, List<String> sl, List<String> en) {
        for (Language language : Language.values()) {
            String reference = cases.in(state, email, language);
            if (kind == LetterKind.EXTENDED) {
                extended(reference);
            }

            QuarkusTransaction.requiringNew()
                    .run(() -> letters.order(
                            cases.id(reference), kind, UUID.randomUUID().toString()));

            JsonNode mail = mail(reference, kind);
            String text = mail.get("text").asText();
            assertThat(mail.get("subject").asText()).contains(reference);
            assertThat(text).contains(both).contains(language == Language.SL ? sl : en);
            assertThat(text).doesNotContain("null", "{", "}", " .", "()");
            assertThat(text).startsWith(language == Language.SL ? "Pozdravljeni" : "Hello");
        }
    }

    @Test
    void the_question_whose_address_it_is_has_its_link_and_its_day() {
        for (Language language : Language.values()) {
            String before = inAWeek(language);
            String reference = cases.submitted(email, language);

            String text = mail(reference, LetterKind.CONFIRM).get("text").asText();

            assertThat(text).contains("/confirm/").containsAnyOf(before, inAWeek(language));
        }
    }

    private static String inAWeek(Language language) {
        return DateTimeFormatter.ofPattern(language == Language.SL ? "d. M. yyyy" : "d MMMM yyyy", language.locale())
                .format(Instant.now().plus(Duration.ofDays(7)).atZone(ZoneId.of("Europe/Ljubljana")));
    }

    @Test
    void a_name_with_line_ends_makes_no_headers() {
        String other = "tretji-" + UUID.randomUUID() + "@posta.example";
        String reference = submit.submit(
                new Submission(
                        Right.ACCESS,
                        List.of("domains"),
                        "Ana\r\nBcc: " + other + "\r\nSubject: Drugo",
                        email,
                        List.of(),
                        Language.SL,
                        "\r\nBcc: " + other),
                Optional.empty());

        assertThat(mail(reference, LetterKind.CONFIRM).get("subject").asText()).startsWith("Potrdite svojo zahtevo");
        assertThat(new Mails(mailbox).to(other)).isEmpty();
    }

    @Test
    void an_extension_told_late_gives_its_own_reason_and_not_that_of_the_refusal_after_it() {
        String reference = extended(cases.in(DECIDING, email, Language.SL));
        UUID letter = orderedButHeld(reference, LetterKind.EXTENDED);
        cases.move(reference, REFUSED);

        send.run(letter.toString());

        assertThat(mail(reference, LetterKind.EXTENDED).get("text").asText())
                .contains("Zahteva zajema veliko podatkov.")
                .doesNotContain("Deseta enaka zahteva");
    }

    @Test
    void an_answer_told_of_late_names_its_own_last_day() {
        String reference = cases.in(READY, email, Language.SL);
        UUID letter = orderedButHeld(reference, LetterKind.READY);
        cases.move(reference, REVIEW);

        send.run(letter.toString());

        assertThat(mail(reference, LetterKind.READY).get("text").asText()).contains("do " + day("sl"));
    }

    @Test
    void a_question_that_comes_too_late_is_not_asked_and_the_history_says_so() {
        String expired = cases.submitted(email, Language.SL);
        mail(expired, LetterKind.CONFIRM);
        UUID letter = held(expired, LetterKind.CONFIRM, "again");
        clock.advance(Duration.ofDays(8));
        send.run(letter.toString());
        assertThat(dropped(expired)).isTrue();

        clock.reset();
        String withdrawn = cases.submitted(email, Language.SL);
        mail(withdrawn, LetterKind.CONFIRM);
        UUID other = held(withdrawn, LetterKind.CONFIRM, "again");
        cases.move(withdrawn, WITHDRAWN);
        send.run(other.toString());
        assertThat(dropped(withdrawn)).isTrue();
    }

    @Test
    void a_question_that_was_answered_before_anybody_noted_that_it_was_sent_counts_as_sent() {
        String reference = cases.submitted(email, Language.SL);
        // else the first question, still unsent, could come too late as well
        mail(reference, LetterKind.CONFIRM);
        UUID letter = held(reference, LetterKind.CONFIRM, "again");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into access_link values (?1, ?2, 'CONFIRM', ?3,"
                                + " now() + interval '1 day', now())")
                        .setParameter(1, letter)
                        .setParameter(2, cases.id(reference))
                        .setParameter(3, letter.toString())
                        .executeUpdate());
        cases.move(reference, DECIDING);

        send.run(letter.toString());

        assertThat(dropped(reference)).isFalse();
        assertThat(cases.number("select count(*) from letter where id = ?1 and sent_at is not null", letter))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_letter_that_an_earlier_version_ordered_says_as_much(
            LetterKind kind, String state, List<String> both, List<String> sl, List<String> en) {
        String reference = cases.in(state, email, Language.SL);
        if (kind == LetterKind.EXTENDED) {
            extended(reference);
        }

        send.run(orderedEarlier(reference, kind).toString());

        assertThat(mail(reference, kind).get("text").asText())
                .contains(both)
                .contains(sl)
                .doesNotContain("null");
    }

    @Test
    void a_question_that_an_earlier_version_ordered_is_asked() {
        String reference = cases.submitted(email, Language.SL);
        UUID letter = orderedEarlier(reference, LetterKind.CONFIRM);

        send.run(letter.toString());

        assertThat(cases.number(
                        "select count(*) from letter where id = ?1 and sent_at is not null"
                                + " and facts ->> 'until' is not null",
                        letter))
                .isEqualTo(1);
    }

    @Test
    void an_answer_of_which_an_earlier_version_was_to_tell_and_whose_day_is_not_known_any_more_is_not_told_of() {
        String reference = cases.in(READY, email, Language.SL);
        UUID letter = orderedEarlier(reference, LetterKind.READY);
        cases.move(reference, REVIEW);

        send.run(letter.toString());

        assertThat(cases.number("select count(*) from letter where id = ?1 and dropped_at is not null", letter))
                .isEqualTo(1);
    }

    @Test
    void an_address_that_nobody_proved_is_told_nothing_more() {
        String reference = cases.submitted(email, Language.SL);
        withdraw.withdraw(reference, CLERK);
        String expired = cases.submitted(email, Language.SL);
        cases.move(expired, NOT_CONFIRMED);
        String waiting = cases.submitted(email, Language.SL);

        for (String one : List.of(reference, expired, waiting)) {
            signIn.ask(one, new Identifier.Email(email));
            QuarkusTransaction.requiringNew().run(() -> {
                for (LetterKind kind : LetterKind.values()) {
                    if (kind != LetterKind.CONFIRM) {
                        letters.order(cases.id(one), kind, UUID.randomUUID().toString());
                    }
                }
            });

            assertThat(cases.number("select count(*) from letter where request_id = ?1", cases.id(one)))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_letter_ordered_twice_is_one() {
        String reference = cases.in(DECIDING, email, Language.SL);
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> letters.order(cases.id(reference), LetterKind.RECEIVED, ""));
        }

        assertThat(cases.number(
                        "select count(*) from letter where kind = 'RECEIVED' and request_id = ?1", cases.id(reference)))
                .isEqualTo(1);
    }

    @Test
    void a_letter_that_no_server_takes_is_told_once_and_tried_until_one_does() {
        String reference = cases.in(READY, "to ni naslov", Language.SL);
        UUID letter = orderedButHeld(reference, LetterKind.READY);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> send.run(letter.toString())).isNotNull();
        }
        assertThat(told(reference, "letter-failing")).isEqualTo(1);
        assertThat(cases.number("select count(*) from letter where id = ?1 and failing_since is not null", letter))
                .isEqualTo(1);

        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update request set email = ?2 where reference = ?1")
                        .setParameter(1, reference)
                        .setParameter(2, email)
                        .executeUpdate());
        send.run(letter.toString());

        assertThat(told(reference, "letter-sent")).isEqualTo(1);
        assertThat(cases.number("select count(*) from letter where id = ?1 and failing_since is null", letter))
                .isEqualTo(1);
        assertThat(mail(reference, LetterKind.READY)).isNotNull();
    }

    /** Of the letter that an answer is there: that which asks whose address it is fails as well. */
    private long told(String reference, String action) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(cases.id(reference)).stream()
                        .filter(entry -> entry.action().equals(action)
                                && entry.detail().get("kind").equals("ready"))
                        .count());
    }

    private String extended(String reference) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update request set extended_at = now(), extension_reason = 'Zahteva zajema veliko podatkov.'"
                                        + " where reference = ?1")
                        .setParameter(1, reference)
                        .executeUpdate());
        return reference;
    }

    private UUID orderedButHeld(String reference, LetterKind kind) {
        return held(reference, kind, "late");
    }

    /** As if the mail server had been away: what sends it is taken back. */
    private UUID held(String reference, LetterKind kind, String about) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID request = cases.id(reference);
            letters.order(request, kind, about);
            UUID letter = (UUID) database.createNativeQuery(
                            "select id from letter where request_id = ?1 and kind = ?2 and about = ?3", UUID.class)
                    .setParameter(1, request)
                    .setParameter(2, kind.name())
                    .setParameter(3, about)
                    .getSingleResult();
            schedule.cancel(SendLetter.TASK, letter.toString());
            return letter;
        });
    }

    /** The row of a version that settled nothing. */
    private UUID orderedEarlier(String reference, LetterKind kind) {
        UUID letter = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into letter (id, request_id, kind, about, created_at)"
                                + " values (?1, ?2, ?3, '11111111-1111-4111-8111-111111111111', now())")
                        .setParameter(1, letter)
                        .setParameter(2, cases.id(reference))
                        .setParameter(3, kind.name())
                        .executeUpdate());
        return letter;
    }

    private boolean dropped(String reference) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.of(cases.id(reference)).stream()
                        .anyMatch(entry -> entry.action().equals("letter-dropped")
                                && entry.detail().get("kind").equals("confirm")));
    }

    private JsonNode mail(String reference, LetterKind kind) {
        UUID letters = cases.id(reference);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cases.number(
                                "select count(*) from letter where request_id = ?1 and kind = ?2 and sent_at is not null",
                                letters,
                                kind.name())
                        > 0);
        return new Mails(mailbox)
                .to(email).reversed().stream()
                        .filter(mail -> mail.get("text").asText().contains(reference))
                        .filter(mail -> kind == LetterKind.CONFIRM
                                || !mail.get("text").asText().contains("/confirm/"))
                        .findFirst()
                        .orElseThrow();
    }
}
