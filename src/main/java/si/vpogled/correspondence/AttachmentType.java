package si.vpogled.correspondence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that can be attached. */
public enum AttachmentType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    /** In UTF-8. */
    TEXT("text/plain", "txt");

    private final String mediaType;
    private final List<String> extensions;

    AttachmentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** As in {@code Content-Type}, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether files of this type are called so. */
    boolean fits(String name) {
        return extensions.contains(extension(name));
    }

    /** The extension that is added where a name has none that fits. */
    String extension() {
        return extensions.getFirst();
    }

    static Optional<AttachmentType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What a name claims to be, where it claims one of these. */
    static Optional<AttachmentType> claimedBy(String name) {
        return Arrays.stream(values()).filter(type -> type.fits(name)).findFirst();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
