package si.vpogled.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.CaseException;
import si.vpogled.request.State;
import si.vpogled.text.Language;
import si.vpogled.text.Text;
import si.vpogled.web.words.StateWords;

/** What an exception tells of a problem, without a word that a library or a person wrote. */
record Cause(Throwable thrown, Language language, Inventory inventory) {
    Optional<ProblemKind> kind() {
        if (thrown instanceof ConstraintViolationException) {
            return Optional.of(ProblemKind.INVALID_FIELDS);
        }
        if (find(OptimisticLockException.class).isPresent()
                || find(PessimisticLockException.class).isPresent()) {
            return Optional.of(ProblemKind.CHANGED_MEANWHILE);
        }
        return find(JsonProcessingException.class)
                .filter(_ -> answersBadRequest())
                .map(wrong -> mapped(wrong).isPresent() ? ProblemKind.INVALID_FIELDS : ProblemKind.MALFORMED_BODY);
    }

    /** JSON that we could not write is our fault, not the reader's. */
    private boolean answersBadRequest() {
        return !(thrown instanceof com.fasterxml.jackson.databind.exc.InvalidDefinitionException);
    }

    /** What it is about, in the reader's language. */
    String subject() {
        return switch (thrown) {
            case CaseException refused -> word(refused.subject());
            case ProblemException refused
            when refused.kind() == ProblemKind.TOO_MANY_REQUESTS ->
                Waiting.told(Duration.parse(refused.subject()), language);
            case ProblemException refused -> word(refused.subject());
            case null, default -> "";
        };
    }

    private String word(String subject) {
        try {
            return Text.of(LocalDate.parse(subject)).in(language);
        } catch (DateTimeParseException _) {
            return Arrays.stream(subject.split(", "))
                    .map(key -> service(key).or(() -> state(key)).orElseGet(() -> ProblemText.word(key, language)))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Services are told by name; which there are is the inventory's. */
    private Optional<String> service(String key) {
        return inventory.services().stream()
                .filter(service -> service.id().equals(key))
                .map(service -> service.name().in(language))
                .findFirst();
    }

    private Optional<String> state(String key) {
        return State.KEYS.contains(key) ? Optional.of(StateWords.label(key).in(language)) : Optional.empty();
    }

    /** Wrong fields, always in the same order. */
    List<FieldViolation> violations(HttpProblem problem) {
        if (thrown instanceof InvalidFieldException wrong) {
            return List.of(new FieldViolation(
                    wrong.field(),
                    wrong.in().name().toLowerCase(Locale.ROOT),
                    ProblemText.field(wrong.message(), language)));
        }
        if (problem instanceof HttpValidationProblem invalid && thrown instanceof ConstraintViolationException broken) {
            Object found = invalid.getParameters().get("violations");
            QueryNames query = QueryNames.of(broken);
            return (found instanceof List<?> list ? list.stream() : Stream.empty())
                    .map(Violation.class::cast)
                    .map(violation -> query.of(violation.field)
                            .map(name -> new FieldViolation(name, "query", violation.message))
                            .orElseGet(() -> new FieldViolation(
                                    violation.field.replace(".<list element>", ""),
                                    where(violation.in),
                                    violation.message)))
                    .sorted(Comparator.comparing(FieldViolation::field).thenComparing(FieldViolation::message))
                    .distinct()
                    .toList();
        }
        return find(JsonProcessingException.class).filter(_ -> answersBadRequest()).flatMap(this::mapped).stream()
                .map(wrong -> new FieldViolation(
                        path(wrong),
                        "body",
                        ProblemText.field(
                                wrong instanceof UnrecognizedPropertyException ? "unknown" : "type", language)))
                .toList();
    }

    private static String where(String in) {
        return in == null || in.equals("?") ? "body" : in;
    }

    private Optional<JsonMappingException> mapped(JsonProcessingException wrong) {
        return wrong instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? Optional.of(mapping)
                : Optional.empty();
    }

    private static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getFieldName()));
            }
        }
        return path.toString();
    }

    /** The names of unknown fields are whatever somebody sent. */
    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{C}", "");
        return plain.length() <= 64 ? plain : plain.substring(0, 64);
    }

    private <T extends Throwable> Optional<T> find(Class<T> kind) {
        return Stream.iterate(thrown, found -> found != null, Throwable::getCause)
                .limit(20)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
