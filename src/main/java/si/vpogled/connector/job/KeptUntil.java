package si.vpogled.connector.job;

import java.time.LocalDate;
import java.util.Optional;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Visitor.Row;
import si.vpogled.connector.definition.ConnectorDefinition.CollectionDefinition;
import si.vpogled.connector.definition.RetentionDefinition;
import si.vpogled.connector.extract.RecordDay;
import si.vpogled.law.RetentionRule;

/** Until when the records of one collection are kept, each counted from a day of its own. */
record KeptUntil(Optional<RetentionDefinition> retention) {
    static KeptUntil of(CollectionDefinition collection) {
        return new KeptUntil(collection.retention());
    }

    Optional<RetentionRule> rule() {
        return retention.map(RetentionDefinition::rule).map(RetentionRule::of);
    }

    /** Whether records have such a day at all. */
    boolean isDated() {
        return rule().filter(RetentionRule::isDated).isPresent();
    }

    /** The last day on which the row is kept; empty where no date ends its retention, or its own day is not known. */
    Optional<LocalDate> lastDay(Row row) throws ConnectorException {
        if (!isDated()) {
            return Optional.empty();
        }
        return row.value(retention.orElseThrow().from()).flatMap(RecordDay::of).flatMap(rule().orElseThrow()::lastDay);
    }
}
