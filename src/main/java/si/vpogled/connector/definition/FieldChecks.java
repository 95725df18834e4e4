package si.vpogled.connector.definition;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldDefinition;
import si.vpogled.connector.definition.ConnectorDefinition.FieldType;
import si.vpogled.connector.definition.ConnectorDefinition.Form;
import si.vpogled.law.RetentionRule;
import si.vpogled.yaml.Problem;

/** That a collection's fields suit its form, and each other. */
final class FieldChecks {
    private final DefinitionFile file;
    private final String pointer;
    private final CollectionDefinition collection;

    FieldChecks(DefinitionFile file, String pointer, CollectionDefinition collection) {
        this.file = file;
        this.pointer = pointer;
        this.collection = collection;
    }

    void addTo(List<Problem> problems) {
        switch (collection.as()) {
            case RECORDS, CONTACTS -> records(problems);
            case FILES, MAIL -> files(problems);
        }
        collection.retention().ifPresent(retention -> {
            if (collection.fields().stream().noneMatch(field -> field.from().equals(retention.from()))) {
                problems.add(file.problem(pointer + "/retention/from", "no field comes from " + retention.from()));
            }
            if (RetentionRule.find(retention.rule()).isEmpty()) {
                problems.add(file.problem(
                        pointer + "/retention/rule",
                        "no retention rule is called " + retention.rule() + "; there are "
                                + Arrays.stream(RetentionRule.values())
                                        .map(RetentionRule::key)
                                        .collect(Collectors.joining(", "))));
            }
        });
    }

    private void files(List<Problem> problems) {
        if (collection.item().isEmpty()) {
            problems.add(file.problem(pointer, "files and mail need an item that they answer for"));
        }
        for (int i = 0; i < collection.carries().size(); i++) {
            String carried = collection.carries().get(i);
            if (collection.item().filter(carried::equals).isPresent()) {
                problems.add(file.problem(pointer + "/carries/" + i, carried + " is the collection's item already"));
            }
        }
        if (!collection.fields().isEmpty()) {
            problems.add(file.problem(pointer + "/fields", "files and mail have no fields"));
        }
        if (collection.doubtful().isPresent()) {
            problems.add(file.problem(pointer + "/doubtful", "only records can be doubtful"));
        }
    }

    private void records(List<Problem> problems) {
        if (!collection.carries().isEmpty()) {
            problems.add(file.problem(pointer + "/carries", "only files and mail carry items; give them to fields"));
        }
        if (collection.fields().isEmpty()) {
            problems.add(file.problem(pointer, "records need fields"));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < collection.fields().size(); i++) {
            FieldDefinition field = collection.fields().get(i);
            String at = pointer + "/fields/" + i;
            if (!names.add(field.name())) {
                problems.add(file.problem(at + "/name", "a field " + field.name() + " stands already above"));
            }
            if (field.vcard().isPresent() && collection.as() != Form.CONTACTS) {
                problems.add(file.problem(at + "/vcard", "only contacts have vCard properties"));
            }
            redactions(at, field, problems);
        }
        if (collection.as() == Form.CONTACTS
                && collection.fields().stream().noneMatch(field -> field.vcard().isPresent())) {
            problems.add(file.problem(pointer + "/fields", "contacts need a field with a vCard property"));
        }
    }

    private void redactions(String at, FieldDefinition field, List<Problem> problems) {
        if (!field.redact().isEmpty() && (field.secret() || field.type() != FieldType.TEXT)) {
            problems.add(file.problem(at + "/redact", "only texts that are told can be redacted"));
        }
        for (int i = 0; i < field.redact().size(); i++) {
            try {
                if (PasswordExpression.compiled(field.redact().get(i))
                                .matcher("")
                                .groupCount()
                        == 0) {
                    problems.add(
                            file.problem(at + "/redact/" + i, "has no group; what is inside groups is blacked out"));
                }
            } catch (PatternSyntaxException e) {
                problems.add(file.problem(at + "/redact/" + i, "is no regular expression: " + e.getDescription()));
            }
        }
    }
}
