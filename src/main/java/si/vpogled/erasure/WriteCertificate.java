package si.vpogled.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.inventory.ItemId;
import si.vpogled.law.ErasureVerdict;
import si.vpogled.request.Limits;

/** Writes a certificate of what an approved plan says and of what is proved of it. */
record WriteCertificate(String controller, Plan plan, String hash) {
    Certificate write(int number, Instant now, List<ErasureGroups.Group> groups) {
        List<Certificate.Gone> gone =
                groups.stream().flatMap(WriteCertificate::gone).toList();
        Set<Place> proved = groups.stream()
                .filter(group -> group.proved().isPresent())
                .flatMap(group -> group.line().stream()
                        .flatMap(line -> group.items().stream().map(item -> new Place(line, item))))
                .collect(Collectors.toSet());
        List<Certificate.Kept> kept = plan.lines().stream()
                .flatMap(line -> line.items().stream()
                        .filter(item -> !proved.contains(new Place(line.key(), item.item())))
                        .map(item -> kept(line, item)))
                .toList();
        return new Certificate(
                Certificate.VERSION,
                plan.reference(),
                number,
                now,
                controller,
                hash,
                gone,
                kept,
                plan.recipients(),
                backupsUntil(groups));
    }

    /** A backup made on the last day on which something was still there is overwritten as much later. */
    private Optional<LocalDate> backupsUntil(List<ErasureGroups.Group> groups) {
        Optional<LocalDate> gone = groups.stream()
                .flatMap(group -> group.proved().stream())
                .max(Comparator.naturalOrder())
                .map(Limits::day);
        return plan.backupsUntil()
                .map(until -> gone.map(day -> day.plusDays(ChronoUnit.DAYS.between(plan.made(), until)))
                        .orElse(until));
    }

    private static Stream<Certificate.Gone> gone(ErasureGroups.Group group) {
        return group.proved().stream()
                .map(proved -> new Certificate.Gone(
                        group.connector(),
                        group.service(),
                        group.collection(),
                        group.period(),
                        group.way(),
                        group.items(),
                        group.records(),
                        proved));
    }

    private static Certificate.Kept kept(PlanLine line, ItemVerdict item) {
        ErasureVerdict verdict = line.whyKept(item);
        return new Certificate.Kept(
                line.connector(),
                line.group().service(),
                line.group().collection(),
                line.group().period().text(),
                item.item(),
                item.records(),
                until(line, verdict),
                verdict.article(),
                verdict.text(),
                item.change().map(ItemVerdict.Change::reason));
    }

    /** What cannot be parted from the rest stays as long as that. */
    private static Optional<LocalDate> until(PlanLine line, ErasureVerdict verdict) {
        Optional<LocalDate> own = verdict instanceof ErasureVerdict.Restrict kept ? kept.lastDay() : Optional.empty();
        return line.later().map(later -> later.day().minusDays(1)).or(() -> own);
    }

    private record Place(String line, ItemId item) {}
}
