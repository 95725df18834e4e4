package si.vpogled.connector.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;

/** A line of a log; its places are the pattern's named groups. */
record LogRow(MatchResult line, Map<String, DateTimeFormatter> times) implements Visitor.Row {
    @Override
    public Optional<Object> value(String from) throws ConnectorException {
        if (!line.namedGroups().containsKey(from)) {
            return Optional.empty();
        }
        String group = line.group(from);
        if (group == null || group.isEmpty() || !times.containsKey(from)) {
            return Optional.ofNullable(group).map(Object.class::cast);
        }
        try {
            return Optional.of(
                    times.get(from).parseBest(group, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            throw new ConnectorException(
                    FaultKind.DEFECT,
                    "A time in a log is not written as times." + from + " of the read says: correct the pattern");
        }
    }
}
