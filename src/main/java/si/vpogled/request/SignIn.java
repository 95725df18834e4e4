package si.vpogled.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.vpogled.storage.seal.Sha256;

/**
 * Opens a session by a mailed link or code, where the ticket is that the asking was answered with. The row is locked
 * while a code is tried, so that tries at the same time are counted one by one.
 */
@ApplicationScoped
public class SignIn {
    /** How often a code may be typed. */
    public static final int TRIES = 5;

    private final SignInAskings askings;
    private final SignInSecrets secrets;
    private final Cases cases;
    private final PortalSessions sessions;
    private final History history;
    private final InstantSource clock;

    SignIn(
            SignInAskings askings,
            SignInSecrets secrets,
            Cases cases,
            PortalSessions sessions,
            History history,
            InstantSource clock) {
        this.askings = askings;
        this.secrets = secrets;
        this.cases = cases;
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param tickets what the browser holds
     */
    @Transactional
    public SignInOutcome byLink(String link, Set<String> tickets) {
        Optional<SignInEntity> found = askings.byLink(link, LockModeType.PESSIMISTIC_WRITE);
        return found.isEmpty()
                ? refused(SignInOutcome.Reason.UNKNOWN, 0)
                : refusal(found.get(), tickets)
                        .map(reason -> refused(reason, 0))
                        .orElseGet(() -> open(found.get()));
    }

    /** Why a link would not sign in; changes nothing. */
    @Transactional
    public Optional<SignInOutcome.Reason> look(String link, Set<String> tickets) {
        return askings.byLink(link, LockModeType.NONE)
                .map(found -> refusal(found, tickets))
                .orElse(Optional.of(SignInOutcome.Reason.UNKNOWN));
    }

    /** Why a ticket's code would not sign in; changes nothing. */
    @Transactional
    public Optional<SignInOutcome.Reason> look(String ticket) {
        return askings.byTicket(ticket, LockModeType.NONE)
                .map(found -> codeRefusal(found, ticket))
                .orElse(Optional.of(SignInOutcome.Reason.UNKNOWN));
    }

    /**
     * Why the code cannot be entered in a browser without the ticket; the same whether or not there is such a case.
     *
     * @param hashBegin of the ticket, in hex digits
     */
    @Transactional
    public SignInOutcome.Reason lookWithoutTicket(String hashBegin) {
        return askings.byHashBegin(hashBegin)
                .flatMap(found -> refusal(found, Set.of()))
                .orElse(SignInOutcome.Reason.UNKNOWN);
    }

    @Transactional
    public SignInOutcome byCode(String ticket, String code) {
        Optional<SignInEntity> found = askings.byTicket(ticket, LockModeType.PESSIMISTIC_WRITE);
        return found.isEmpty()
                ? refused(SignInOutcome.Reason.UNKNOWN, 0)
                : codeRefusal(found.get(), ticket)
                        .map(reason -> refused(reason, 0))
                        .orElseGet(() -> tried(found.get(), code));
    }

    private SignInOutcome tried(SignInEntity asked, String code) {
        boolean right = secrets.isCode(asked.id, code);
        if (right && asked.request != null) {
            return open(asked);
        }
        asked.tries++;
        int left = Math.min(TRIES - asked.tries, askings.triesLeft(asked));
        if (left > 0) {
            return refused(SignInOutcome.Reason.WRONG_CODE, left);
        }
        if (asked.request != null) {
            history.append(asked.request, Actor.subject(), Action.SIGN_IN_LOCKED, Map.of());
        }
        return refused(asked.tries < TRIES ? SignInOutcome.Reason.CODES_CLOSED : SignInOutcome.Reason.LOCKED, 0);
    }

    private SignInOutcome open(SignInEntity asked) {
        asked.usedAt = clock.instant();
        CaseEntity found = cases.lock(asked.request);
        history.append(found.id, Actor.subject(), Action.SIGNED_IN, Map.of());
        return new SignInOutcome.Opened(sessions.open(found));
    }

    private Optional<SignInOutcome.Reason> codeRefusal(SignInEntity asked, String ticket) {
        return refusal(asked, Set.of(ticket))
                .or(() -> askings.triesLeft(asked) > 0
                        ? Optional.empty()
                        : Optional.of(SignInOutcome.Reason.CODES_CLOSED));
    }

    private Optional<SignInOutcome.Reason> refusal(SignInEntity asked, Set<String> tickets) {
        boolean expired = !asked.expiresAt.isAfter(clock.instant());
        if (tickets.stream().map(Sha256::hex).noneMatch(asked.ticketHash::equals)) {
            // a browser forgets its ticket, so that afterwards none is the right one to go back to
            return Optional.of(expired ? SignInOutcome.Reason.EXPIRED : SignInOutcome.Reason.OTHER_BROWSER);
        }
        if (asked.usedAt != null) {
            return Optional.of(SignInOutcome.Reason.USED);
        }
        if (asked.tries >= TRIES) {
            return Optional.of(SignInOutcome.Reason.LOCKED);
        }
        return expired ? Optional.of(SignInOutcome.Reason.EXPIRED) : Optional.empty();
    }

    private static SignInOutcome refused(SignInOutcome.Reason reason, int left) {
        return new SignInOutcome.Refused(reason, left);
    }
}
