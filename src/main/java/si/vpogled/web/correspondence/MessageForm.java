package si.vpogled.web.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Enclosure;
import si.vpogled.web.input.Typing;

/**
 * A message as it was typed.
 *
 * @param key of the form, so that sending it twice sends one message
 * @param seen the last message that was shown with the form
 */
public record MessageForm(UUID key, String text, List<Enclosure> files, Optional<UUID> seen) {
    /** What the switch of languages asks for: the same page, with what is in the form. */
    public static final String STAY = "stay";

    public MessageForm {
        files = List.copyOf(files);
    }

    /** Before anything is typed. */
    public static MessageForm blank() {
        return starting("");
    }

    /** With a text to begin with. */
    public static MessageForm starting(String text) {
        return new MessageForm(UUID.randomUUID(), text, List.of(), Optional.empty());
    }

    /** As a browser sends it: a field without a file is a file without a name. */
    public static MessageForm of(String key, String text, List<FileUpload> files) {
        return new MessageForm(
                key(key),
                Typing.of(text),
                files.stream()
                        .filter(file ->
                                file.fileName() != null && !file.fileName().isBlank())
                        .map(MessageForm::enclosure)
                        .toList(),
                Optional.empty());
    }

    /** Beside the messages up to this one. */
    public MessageForm beside(String seen) {
        return new MessageForm(key, text, files, id(seen));
    }

    /** The same as another message: its key is used. */
    public MessageForm anew() {
        return new MessageForm(UUID.randomUUID(), text, files, seen);
    }

    public Draft draft() {
        return new Draft(key, text, files, seen);
    }

    /** Whether files have to be chosen again: no browser fills them in. */
    public boolean hadFiles() {
        return !files.isEmpty();
    }

    /** Whether there is anything in it. */
    public boolean begun() {
        return !text.isEmpty() || hadFiles();
    }

    private static UUID key(String key) {
        return id(key).orElseGet(UUID::randomUUID);
    }

    /** The id that a field holds. */
    public static Optional<UUID> id(String field) {
        try {
            return Optional.of(UUID.fromString(field == null ? "" : field));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Enclosure enclosure(FileUpload file) {
        String type = file.contentType() == null ? "" : file.contentType();
        return new Enclosure(file.fileName(), type, file.size(), () -> read(file));
    }

    private static byte[] read(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read back", e);
        }
    }
}
