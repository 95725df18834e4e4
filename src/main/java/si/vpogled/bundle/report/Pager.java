package si.vpogled.bundle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Links between the pages of one collection: the first, the last, and those around. */
public record Pager(String position, List<Frame.Link> links) {
    /** Pages that each side of this one shows. */
    private static final int AROUND = 2;

    /** @param href of a page by its number, from 1 */
    static Pager of(Messages words, long page, long pages, LongFunction<String> href) {
        List<Frame.Link> links = new ArrayList<>();
        if (page > 1) {
            links.add(new Frame.Link(words.text("previous"), href.apply(page - 1)));
        }
        if (page - AROUND > 1) {
            links.add(new Frame.Link(words.number(1), href.apply(1)));
        }
        for (long near = Math.max(1, page - AROUND); near <= Math.min(pages, page + AROUND); near++) {
            links.add(new Frame.Link(words.number(near), href.apply(near), near == page));
        }
        if (page + AROUND < pages) {
            links.add(new Frame.Link(words.number(pages), href.apply(pages)));
        }
        if (page < pages) {
            links.add(new Frame.Link(words.text("next"), href.apply(page + 1)));
        }
        return new Pager(words.text("page", words.number(page), words.number(pages)), links);
    }
}
