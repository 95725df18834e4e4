package si.vpogled.storage.zip;

import java.util.Locale;
import java.util.Set;

/** Media types whose content is compressed already, as a rule. */
final class CompressedMediaTypes {
    private static final Set<String> TYPES = Set.of(
            "application/gzip",
            "application/java-archive",
            "application/vnd.rar",
            "application/x-7z-compressed",
            "application/x-bzip2",
            "application/x-gzip",
            "application/x-xz",
            "application/zip",
            "application/zstd",
            "audio/aac",
            "audio/mp4",
            "audio/mpeg",
            "audio/ogg",
            "font/woff",
            "font/woff2",
            "image/avif",
            "image/gif",
            "image/heic",
            "image/jpeg",
            "image/png",
            "image/webp",
            "video/mp4",
            "video/mpeg",
            "video/ogg",
            "video/quicktime",
            "video/webm",
            "video/x-matroska");

    private CompressedMediaTypes() {}

    static boolean contains(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return TYPES.contains(type.strip().toLowerCase(Locale.ROOT));
    }
}
