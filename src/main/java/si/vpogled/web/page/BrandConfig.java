package si.vpogled.web.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How the provider looks on pages, and how it is reached. */
@ConfigMapping(prefix = "vpogled.provider")
interface BrandConfig {
    /** Who helps with questions, such as a department, and when. */
    Optional<String> contact();

    /** The same on English pages; without it, it stands there as it is, marked as Slovenian. */
    Optional<String> contactEn();

    Optional<String> phone();

    Optional<URI> website();

    /** Of links and buttons: {@code #rrggbb}, to be read on white. */
    @WithDefault("#0172ad")
    String accent();

    /** Of links on dark pages; without it, the accent made lighter until it can be read. */
    Optional<String> accentDark();

    /** An SVG or PNG file. */
    Optional<Path> logo();

    /** What the logo says, for those who do not see it; without it, the provider's name. */
    Optional<String> logoText();
}
