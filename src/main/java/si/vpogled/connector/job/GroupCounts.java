package si.vpogled.connector.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.ErasureOutcome.Finding;
import si.vpogled.connector.ErasureOutcome.ItemCount;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Period;
import si.vpogled.connector.RecordGroup;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.FieldDefinition;
import si.vpogled.connector.definition.ErasureDefinition;
import si.vpogled.connector.definition.RetentionDefinition;
import si.vpogled.connector.extract.RecordDay;
import si.vpogled.inventory.ItemId;
import si.vpogled.subject.Identifier;

/** Counts the records of one portion under one identifier, by period and by item. Looks into nothing else. */
final class GroupCounts implements Visitor {
    private static final GroupCount NOTHING = new GroupCount();

    private final Reading reading;
    private final Portion portion;
    private final Collection<ItemId> sought;
    private final KeptUntil keptUntil;
    private final SortedMap<Period, GroupCount> groups = new TreeMap<>();
    private final Set<LeftAside> leftAside = EnumSet.noneOf(LeftAside.class);

    /** @param sought items of which it is to be told how many records hold any */
    GroupCounts(Reading reading, Portion portion, Collection<ItemId> sought) {
        this.reading = reading;
        this.portion = portion;
        this.sought = sought;
        this.keptUntil = KeptUntil.of(portion.collection());
    }

    GroupCount of(Period period) {
        return groups.getOrDefault(period, NOTHING);
    }

    List<Finding> findings(Identifier identifier) {
        List<Finding> findings = new ArrayList<>();
        groups.keySet().forEach(period -> findings.add(finding(identifier, period)));
        return findings;
    }

    Finding finding(Identifier identifier, Period period) {
        GroupCount count = of(period);
        List<ItemCount> items = new ArrayList<>();
        count.items().forEach((item, records) -> items.add(new ItemCount(item, records)));
        return new Finding(
                new RecordGroup(portion.collection().id(), portion.service(), identifier, period),
                count.records(),
                items,
                count.first(),
                count.last(),
                count.contractUntil(),
                count.shared);
    }

    /** Why there may be more than was counted; empty where all could be looked at. */
    Optional<Fault> doubt() {
        String collection = portion.collection().id();
        if (leftAside.contains(LeftAside.FORBIDDEN)) {
            return Optional.of(new Fault(
                    FaultKind.REFUSED,
                    "The collection " + collection + " may not be read in full; give its user the right to read it"));
        }
        if (leftAside.contains(LeftAside.UNREADABLE_LINE) || leftAside.contains(LeftAside.LONG_LINE)) {
            return Optional.of(new Fault(
                    FaultKind.DEFECT,
                    "The collection " + collection + " has lines that its pattern does not understand; correct it"));
        }
        return Optional.empty();
    }

    /** Nothing is erased of somebody whose contact proves nothing yet, nor where nobody can tell how much there is. */
    void refuseDoubt() throws ConnectorException {
        Optional<Fault> doubt = doubt();
        if (doubt.isPresent()) {
            throw new ConnectorException(doubt.get().kind(), doubt.get().message());
        }
        if (leftAside.contains(LeftAside.UNSETTLED_CONTACT) || leftAside.contains(LeftAside.DOUBTFUL_CONTACT)) {
            throw new ConnectorException(
                    FaultKind.REFUSED,
                    "The collection " + portion.collection().id() + " holds a record whose contact changed a short time"
                            + " ago, or may have been somebody else's: nothing of it is erased until that is settled");
        }
    }

    @Override
    public void row(Row row) throws ConnectorException {
        reading.check();
        Set<ItemId> held = new TreeSet<>(portion.whole());
        boolean shared = false;
        for (FieldDefinition field : portion.fields()) {
            if (field.item().isPresent() && RecordsVisitor.holds(row.value(field.from()))) {
                if (RecordsVisitor.isOfAnother(field, row)) {
                    shared = true;
                } else {
                    held.add(portion.item(field.item().get()));
                }
            }
        }
        Optional<LocalDate> day = day(row);
        GroupCount group = add(period(day), held, day);
        group.contract(until(row));
        group.shared |= shared;
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        reading.check();
        add(new Period.All(), portion.whole(), Optional.empty());
    }

    @Override
    public void leftAside(LeftAside reason) {
        leftAside.add(reason);
    }

    private GroupCount add(Period period, Collection<ItemId> held, Optional<LocalDate> day) {
        GroupCount group = groups.computeIfAbsent(period, _ -> new GroupCount());
        group.add(held, sought, day);
        return group;
    }

    private Optional<LocalDate> until(Row row) throws ConnectorException {
        Optional<String> place = portion.collection().erasure().flatMap(ErasureDefinition::contractUntil);
        return place.isEmpty() ? Optional.empty() : row.value(place.get()).flatMap(RecordDay::of);
    }

    private Optional<LocalDate> day(Row row) throws ConnectorException {
        Optional<String> place = portion.collection().retention().map(RetentionDefinition::from);
        return place.isEmpty() ? Optional.empty() : row.value(place.get()).flatMap(RecordDay::of);
    }

    private Period period(Optional<LocalDate> day) {
        return keptUntil.isDated() ? Period.ofDay(day) : new Period.All();
    }

    /** Of one group, as it grows. */
    static final class GroupCount {
        private final Map<ItemId, Long> items = new TreeMap<>();
        private long records;
        private long withSought;
        private long contracts;
        private boolean shared;
        private Optional<LocalDate> contractUntil = Optional.empty();
        private Optional<LocalDate> first = Optional.empty();
        private Optional<LocalDate> last = Optional.empty();

        private void add(Collection<ItemId> held, Collection<ItemId> sought, Optional<LocalDate> day) {
            records++;
            held.forEach(item -> items.merge(item, 1L, Long::sum));
            if (held.stream().anyMatch(sought::contains)) {
                withSought++;
            }
            if (day.isPresent()) {
                first = first.filter(one -> one.isBefore(day.get())).or(() -> day);
                last = last.filter(one -> one.isAfter(day.get())).or(() -> day);
            }
        }

        private void contract(Optional<LocalDate> until) {
            if (until.isPresent()) {
                contracts++;
                contractUntil =
                        contractUntil.filter(one -> one.isAfter(until.get())).or(() -> until);
            }
        }

        /** One without an end may run for ever: then no day is told. */
        private Optional<LocalDate> contractUntil() {
            return contracts == records ? contractUntil : Optional.empty();
        }

        long records() {
            return records;
        }

        /** How many hold any of the items that were sought. */
        long withSought() {
            return withSought;
        }

        private Map<ItemId, Long> items() {
            return items;
        }

        private Optional<LocalDate> first() {
            return first;
        }

        private Optional<LocalDate> last() {
            return last;
        }
    }
}
