package si.vpogled.bundle.report;

import java.util.Optional;
import si.vpogled.text.Language;

/** Takes one page; not of the search, which is made of all pages. */
final class OnePage implements PageSink {
    private final String wanted;
    private Optional<ReportPage> taken = Optional.empty();

    OnePage(String wanted) {
        this.wanted = wanted;
    }

    boolean isIn(Places places, Language language) {
        return wanted.equals(places.summary(language)) || wanted.startsWith("report/" + language.tag() + "/");
    }

    @Override
    public boolean wants(String path) {
        return wanted.equals(path);
    }

    @Override
    public boolean wantsAny(String beginning) {
        return wanted.startsWith(beginning);
    }

    @Override
    public boolean isFull() {
        return taken.isPresent();
    }

    @Override
    public void file(String path, String mediaType, byte[] content) {
        if (wanted.equals(path)) {
            taken = Optional.of(new ReportPage(mediaType, content));
        }
    }

    Optional<ReportPage> taken() {
        return taken;
    }
}
