package si.vpogled.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** How cases are handled here. */
@ConfigMapping(prefix = "vpogled.request")
public interface RequestConfig {
    /** The rights that can be asked for by the form. */
    @WithDefault("access,portability")
    Set<String> rightsOffered();

    /** How long a confirmation link is good; afterwards the unconfirmed request ends. */
    @WithDefault("7d")
    Duration confirmationPeriod();

    /** How long a mailed sign-in link and code are good. */
    @WithDefault("15m")
    Duration signInPeriod();

    /** How long the answers of a form that is not sent are kept, from the last one on. */
    @WithDefault("2h")
    Duration draftPeriod();

    /** When a subject's session ends, however much it is used. */
    @WithDefault("8h")
    Duration session();

    /** When a subject's session ends that nobody uses. */
    @WithDefault("30m")
    Duration sessionIdle();

    /** How long an answer can be downloaded; afterwards our copies are shredded. */
    @WithDefault("30d")
    Duration downloadPeriod();

    /** How long a request that was refused for want of proof can be reopened; afterwards it is forgotten as others are at once. */
    @WithDefault("30d")
    Duration reopenPeriod();

    /** Accept confirmed requests without a clerk, where identity is proved well enough. */
    @WithDefault("false")
    boolean acceptAutomatically();

    /** How often a bundle is tried to be made before the case goes back to staff. */
    @WithDefault("8")
    int bundleTries();

    /** Work-free days that no calendar knows beforehand, such as 2023-08-14. */
    Optional<Set<LocalDate>> extraWorkFreeDays();
}
