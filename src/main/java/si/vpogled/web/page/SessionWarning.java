package si.vpogled.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a page warns of the end of a session (WCAG 2.2.1). */
@Named("sessionWarning")
@ApplicationScoped
public class SessionWarning {
    private static final Duration TO_THE_MINUTE = Duration.ofSeconds(59);

    private final Duration before;

    /**
     * @param before how long before the end
     */
    SessionWarning(@ConfigProperty(name = "vpogled.session-warning", defaultValue = "5m") Duration before) {
        this.before = before;
    }

    public long seconds() {
        return before.toSeconds();
    }

    public String minutes(Page page) {
        return page.counted(
                before.plus(TO_THE_MINUTE).toMinutes(),
                page.messages(StayMessages.class).inMinutes());
    }

    /** Where the page asks when its session ends; empty where none does of which it knows. */
    public String place(Page page) {
        if (page.console()) {
            return page.staff().isPresent() ? "/console/session" : "";
        }
        return page.signedIn() ? "/case/session" : "";
    }
}
