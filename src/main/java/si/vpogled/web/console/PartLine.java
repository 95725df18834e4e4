package si.vpogled.web.console;

import java.util.List;
import si.vpogled.collection.Run;
import si.vpogled.collection.WithheldParts;
import si.vpogled.connector.extract.Part;
import si.vpogled.web.page.Page;

/**
 * A part that is withheld, in words.
 *
 * @param where the entry
 * @param what of it
 * @param anew whether it is to be decided anew
 * @param seeking whether it is yet to be sought in what its source brought last
 */
record PartLine(
        String id,
        String where,
        String what,
        String article,
        String reason,
        String by,
        String at,
        boolean anew,
        boolean seeking) {
    static PartLine of(WithheldParts.WithheldPart decided, List<Run> runs, Page page, FieldLabels labels) {
        return new PartLine(
                decided.id().toString(),
                decided.part().entry(),
                what(decided.part(), page, labels),
                page.text(decided.ground().article()),
                decided.reason(),
                decided.by(),
                page.time(decided.at()),
                decided.lost(),
                !decided.lost() && decided.outdated(runs));
    }

    private static String what(Part part, Page page, FieldLabels labels) {
        FoundMessages messages = page.messages(FoundMessages.class);
        String number = part.record().map(mark -> page.number(mark.number())).orElse("");
        String field = part.field().map(name -> labels.of(part.entry(), name)).orElse("");
        return switch (part.extent()) {
            case ENTRY -> messages.wholeEntry();
            case RECORD -> messages.wholeRecord(number);
            case COLUMN -> messages.column(field);
            case CELL -> messages.cell(number, field);
        };
    }
}
