package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.vpogled.connector.extract.SafeName;
import si.vpogled.request.Actor;
import si.vpogled.text.PlainCharacters;

/** Looks at a message before anything is kept of it. */
@ApplicationScoped
class CheckDraft {
    private static final String LAST_PART = ".*[/\\\\]";

    private final RecogniseFile recognise;

    private final MessageTemplates templates;

    CheckDraft(RecogniseFile recognise, MessageTemplates templates) {
        this.recognise = recognise;
        this.templates = templates;
    }

    /**
     * A file that may be kept.
     *
     * @param name safe to save under anywhere, with an extension that fits
     */
    record Fit(String name, AttachmentType type, byte[] content) {}

    /** @throws UnfitMessageException with everything that is wrong */
    List<Fit> check(Draft draft, Actor author) {
        List<Flaw> flaws = new ArrayList<>();
        text(draft.text()).map(Flaw::of).ifPresent(flaws::add);
        if (author.kind() == Actor.Kind.STAFF) {
            templates
                    .openPlace(draft.text())
                    .map(place -> new Flaw(Flaw.Kind.TEXT_UNFILLED, place))
                    .ifPresent(flaws::add);
        }
        List<Fit> fit = files(draft.enclosures(), flaws);
        if (!flaws.isEmpty()) {
            throw new UnfitMessageException(flaws);
        }
        return fit;
    }

    private static Optional<Flaw.Kind> text(String text) {
        if (text.isBlank()) {
            return Optional.of(Flaw.Kind.TEXT_MISSING);
        }
        if (text.length() > Draft.LONGEST_TEXT) {
            return Optional.of(Flaw.Kind.TEXT_TOO_LONG);
        }
        return PlainCharacters.only(text, true) ? Optional.empty() : Optional.of(Flaw.Kind.TEXT_NOT_PLAIN);
    }

    /** Sizes first: what is too large is not even read. */
    private List<Fit> files(List<Enclosure> sent, List<Flaw> flaws) {
        if (sent.size() > Draft.MOST_FILES) {
            flaws.add(Flaw.of(Flaw.Kind.TOO_MANY_FILES));
        }
        if (sent.stream().mapToLong(Enclosure::size).sum() > Draft.MOST_BYTES) {
            flaws.add(Flaw.of(Flaw.Kind.FILES_TOO_LARGE));
        }
        List<Fit> fit = new ArrayList<>();
        if (flaws.stream().allMatch(flaw -> flaw.kind().ofText())) {
            sent.forEach(file -> file(file, flaws).ifPresent(fit::add));
        }
        return fit;
    }

    private Optional<Fit> file(Enclosure file, List<Flaw> flaws) {
        byte[] content = file.content().read();
        Optional<AttachmentType> type = recognise.recognise(content);
        Optional<Flaw.Kind> flaw = content.length == 0
                ? Optional.of(Flaw.Kind.FILE_EMPTY)
                : type.isEmpty()
                        ? Optional.of(Flaw.Kind.FILE_TYPE)
                        : recognise.agree(type.get(), file) ? Optional.empty() : Optional.of(Flaw.Kind.FILE_DISGUISED);
        if (flaw.isPresent()) {
            flaws.add(new Flaw(flaw.get(), safe(file.name())));
            return Optional.empty();
        }
        return type.map(known -> new Fit(named(file.name(), known), known, content));
    }

    private static String named(String name, AttachmentType type) {
        String safe = safe(name);
        return type.fits(safe) ? safe : SafeName.of(safe + "." + type.extension());
    }

    /** The name alone, without the folders of the sender's machine. */
    private static String safe(String name) {
        return SafeName.of(name.replaceFirst("(?s)" + LAST_PART, ""));
    }
}
