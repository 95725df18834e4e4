package si.vpogled.web.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Enclosure;

/**
 * A message as it was typed.
 *
 * @param key of the form, so that sending it twice sends one message
 */
public record MessageForm(UUID key, String text, List<Enclosure> files) {
    public MessageForm {
        files = List.copyOf(files);
    }

    /** Before anything is typed. */
    public static MessageForm blank() {
        return starting("");
    }

    /** With a text to begin with. */
    public static MessageForm starting(String text) {
        return new MessageForm(UUID.randomUUID(), text, List.of());
    }

    /** As a browser sends it: line ends are two characters there, and a field without a file is a file without a name. */
    public static MessageForm of(String key, String text, List<FileUpload> files) {
        return new MessageForm(
                key(key),
                text == null ? "" : text.replace("\r\n", "\n").strip(),
                files.stream()
                        .filter(file ->
                                file.fileName() != null && !file.fileName().isBlank())
                        .map(MessageForm::enclosure)
                        .toList());
    }

    public Draft draft() {
        return new Draft(key, text, files);
    }

    /** Whether files have to be chosen again: no browser fills them in. */
    public boolean hadFiles() {
        return !files.isEmpty();
    }

    private static UUID key(String key) {
        try {
            return UUID.fromString(key == null ? "" : key);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
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
