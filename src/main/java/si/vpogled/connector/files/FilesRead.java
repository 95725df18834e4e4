package si.vpogled.connector.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A read of this transport, {@code transport-files-read.schema.json}.
 *
 * @param missingIsFault whether a root that is not there is a fault; else nothing is held
 * @param log only for mode log
 */
record FilesRead(Mode mode, RootTemplate root, Globs globs, boolean missingIsFault, Optional<LogFormat> log) {
    enum Mode {
        TREE,
        MAILDIR,
        LOG,
        LIST
    }

    /**
     * @throws IllegalArgumentException where the read cannot be understood, or would give one subject what is of all
     */
    static FilesRead of(ObjectNode read) {
        Mode mode = Mode.valueOf(read.path("mode").asText().toUpperCase(Locale.ROOT));
        RootTemplate root = RootTemplate.of(read.path("root").asText());
        Optional<LogFormat> log = mode == Mode.LOG ? Optional.of(LogFormat.of(read)) : Optional.empty();
        if (!root.personal() && log.flatMap(LogFormat::match).isEmpty()) {
            throw new IllegalArgumentException(
                    "Neither root nor match names the identifier: the read would give one subject the files of all");
        }
        return new FilesRead(
                mode,
                root,
                new Globs(texts(read.path("include")), texts(read.path("exclude"))),
                read.path("missing").asText().equals("fault"),
                log);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
