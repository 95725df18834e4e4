package si.vpogled.web.console;

import java.util.List;
import java.util.Optional;
import si.vpogled.collection.Withholdings;
import si.vpogled.inventory.Item;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.RequestCase;
import si.vpogled.web.page.Errors;

/** What the pages of what was found show. */
final class FoundView {
    private FoundView() {}

    /** @param value as the form sends it */
    record Choice(String value, String label) {}

    /** @param previous address, empty where there is none */
    record Paging(String previous, String next) {
        static Paging of(String here, long after, int count, long total) {
            return new Paging(
                    after > 0 ? here + "?after=" + Math.max(0, after - count) : "",
                    after + count < total ? here + "?after=" + (after + count) : "");
        }
    }

    /**
     * A form to withhold a part.
     *
     * @param may whether the reader may, now
     * @param record the record's number, 0 for none
     * @param print of the record
     */
    record Form(
            boolean may,
            String entry,
            long record,
            String print,
            List<Choice> choices,
            List<RefusalGround> grounds,
            String chosen,
            String reason,
            Errors errors) {}

    /** @param withheld whether anything of it is */
    record EntryLine(String href, String name, String content, String size, boolean withheld) {}

    /**
     * An item.
     *
     * @param may whether the reader may withhold, now
     * @param caption how much there is
     */
    record ItemView(
            RequestCase request,
            String service,
            Item item,
            boolean may,
            Optional<Withholdings.Withholding> withheld,
            String caption,
            List<EntryLine> entries,
            Paging paging,
            List<PartLine> parts,
            List<RefusalGround> grounds,
            String reason) {
        public String base() {
            return "/console/cases/" + request.reference();
        }
    }

    record Cell(String label, String text, boolean withheld) {}

    record Row(String number, String href, boolean withheld, List<Cell> cells) {}

    /**
     * An entry: a collection with some of its records, or a file.
     *
     * @param caption which records
     * @param preview of a file; empty texts where it is a collection
     * @param picture its address
     */
    record EntryView(
            RequestCase request,
            Item item,
            String place,
            String title,
            boolean collection,
            String content,
            String size,
            String type,
            String caption,
            List<Cell> heads,
            List<Row> rows,
            Paging paging,
            FilePreview preview,
            boolean shortened,
            String picture,
            List<PartLine> parts,
            Form form) {
        public String base() {
            return "/console/cases/" + request.reference();
        }
    }

    /** One record of a collection. */
    record RecordView(
            RequestCase request,
            Item item,
            String place,
            String title,
            String number,
            List<Cell> cells,
            Paging paging,
            List<PartLine> parts,
            Form form) {
        public String base() {
            return "/console/cases/" + request.reference();
        }
    }
}
