package si.vpogled.connector.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.IdentifyDefinition;
import si.vpogled.law.TimeLimit;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** Finds the subject's accounts in the backend, step by step. */
final class Identification {
    private final Reading reading;
    private final CoolingOff coolingOff;

    Identification(Reading reading, CoolingOff coolingOff) {
        this.reading = reading;
        this.coolingOff = coolingOff;
    }

    /** Runs one step for each identifier that is known by now; what it cannot find out stays marked as incomplete. */
    void run(IdentifyDefinition step, Known known) {
        known.whyIncomplete(step.from())
                .ifPresent(fault -> known.incomplete(step.yields().keySet(), fault));
        try {
            for (Identifier identifier : known.of(step.from())) {
                reading.read(step.source(), step.read(), new Source.Bindings(identifier, ""), new Rows(step, known));
            }
        } catch (ConnectorException e) {
            known.incomplete(step.yields().keySet(), e);
        }
    }

    private final class Rows implements Visitor {
        private final IdentifyDefinition step;
        private final Known known;

        private Rows(IdentifyDefinition step, Known known) {
            this.step = step;
            this.known = known;
        }

        @Override
        public void row(Row row) throws ConnectorException {
            reading.check();
            Optional<LocalDate> changed = step.contactChanged().isPresent()
                    ? day(row.value(step.contactChanged().get()))
                    : Optional.empty();
            for (Map.Entry<IdentifierKind, String> yields : step.yields().entrySet()) {
                Optional<Object> value = row.value(yields.getValue());
                if (value.isPresent() && !value.get().toString().isBlank()) {
                    add(identifier(yields.getKey(), value.get()), changed);
                }
            }
        }

        private void add(Identifier identifier, Optional<LocalDate> changed) {
            if (changed.isPresent() && !coolingOff.isOver(changed.get())) {
                known.doubt(identifier, changed.get(), coolingOff.settledFrom(changed.get()));
            } else {
                known.add(identifier);
            }
        }

        @Override
        public void file(FoundFile file) throws ConnectorException {
            throw new ConnectorException(FaultKind.MISCONFIGURED, "A step of identify reads rows, not files");
        }

        @Override
        public void leftAside(LeftAside reason) {
            // nothing that could hold an identifier
        }
    }

    private static Identifier identifier(IdentifierKind kind, Object value) throws ConnectorException {
        try {
            return Identifier.of(kind, value.toString());
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(
                    FaultKind.DEFECT, "The backend yields something that is no " + kind.key() + ", while identifying");
        }
    }

    static Optional<LocalDate> day(Optional<Object> value) throws ConnectorException {
        if (value.isEmpty() || value.get().toString().isBlank()) {
            return Optional.empty();
        }
        ZoneId zone = TimeLimit.ZONE;
        try {
            return Optional.of(
                    switch (value.get()) {
                        case Instant instant -> LocalDate.ofInstant(instant, zone);
                        case OffsetDateTime time -> time.atZoneSameInstant(zone).toLocalDate();
                        case TemporalAccessor time -> LocalDate.from(time);
                        case Object text -> parsed(text.toString().strip(), zone);
                    });
        } catch (DateTimeException e) {
            throw new ConnectorException(
                    FaultKind.DEFECT,
                    "The backend's day of the last contact change is no day (RFC 3339 is understood)");
        }
    }

    private static LocalDate parsed(String text, ZoneId zone) {
        boolean instant = text.length() > 10 && text.substring(10).matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        return instant
                ? OffsetDateTime.parse(text.replaceFirst(" ", "T"))
                        .atZoneSameInstant(zone)
                        .toLocalDate()
                : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    }
}
