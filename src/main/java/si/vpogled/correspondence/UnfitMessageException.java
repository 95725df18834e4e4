package si.vpogled.correspondence;

import java.util.List;

/** A message cannot be sent as it is; nothing was kept of it. */
public final class UnfitMessageException extends RuntimeException {
    private final transient List<Flaw> flaws;

    UnfitMessageException(List<Flaw> flaws) {
        super("The message has flaws: " + flaws.stream().map(Flaw::kind).toList());
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
