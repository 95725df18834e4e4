package si.vpogled.web.console;

import java.util.List;
import si.vpogled.collection.Run;
import si.vpogled.collection.WithheldParts;
import si.vpogled.connector.extract.Part;
import si.vpogled.request.Right;
import si.vpogled.web.page.Page;

/**
 * A part that is withheld, in words.
 *
 * @param what of which collection
 * @param path of the entry
 * @param anew whether it is to be decided anew
 * @param seeking whether it is yet to be sought in what its source brought last
 */
record PartLine(
        String id,
        String what,
        String path,
        String article,
        String reason,
        String by,
        String at,
        boolean anew,
        boolean seeking) {
    static PartLine of(
            WithheldParts.WithheldPart decided, List<Run> runs, Right right, Page page, CollectionWords collections) {
        return new PartLine(
                decided.id().toString(),
                named(decided.part(), page, collections),
                decided.part().entry(),
                page.text(right.article(decided.ground())),
                decided.reason(),
                decided.by(),
                page.time(decided.at()),
                decided.lost(),
                !decided.lost() && decided.outdated(runs));
    }

    private static String named(Part part, Page page, CollectionWords collections) {
        String title = collections.title(part.entry());
        return (title.isEmpty() ? "" : title + ": ") + what(part, page, collections);
    }

    private static String what(Part part, Page page, CollectionWords collections) {
        FoundMessages messages = page.messages(FoundMessages.class);
        String number = part.record().map(mark -> page.number(mark.number())).orElse("");
        String field =
                part.field().map(name -> collections.field(part.entry(), name)).orElse("");
        return switch (part.extent()) {
            case ENTRY -> messages.wholeEntry();
            case RECORD -> messages.wholeRecord(number);
            case COLUMN -> messages.column(field);
            case CELL -> messages.cell(number, field);
        };
    }
}
