package si.vpogled.correspondence;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import si.vpogled.inventory.Inventory;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/**
 * What staff begin their messages with: ours, or those of the operator's folder, {@code <key>.sl.txt} and {@code
 * <key>.en.txt}. A file that cannot be right stops the start.
 */
@Startup
@Singleton
public class MessageTemplates {
    private static final List<String> OURS = List.of("identity", "details", "progress", "answer");
    private static final String SL = ".sl.txt";
    private static final String EN = ".en.txt";

    private final List<MessageTemplate> templates;
    private final Inventory inventory;

    MessageTemplates(
            @ConfigProperty(name = "vpogled.message-templates.directory") Optional<Path> folder, Inventory inventory) {
        this.inventory = inventory;
        this.templates = folder.map(MessageTemplates::of).orElseGet(MessageTemplates::ours);
    }

    /** In the order in which they are offered. */
    public List<MessageTemplate> all() {
        return templates;
    }

    /** A place of any template that nobody has written into: {@code [answer]}. */
    Optional<String> openPlace(String text) {
        return templates.stream()
                .flatMap(MessageTemplate::places)
                .filter(text::contains)
                .findFirst();
    }

    /** A template's text for a case, in the subject's language; empty where there is no such template. */
    public Optional<String> filled(String key, RequestCase request) {
        Map<String, String> values = Map.of(
                "reference", request.reference(),
                "name", request.name(),
                "due", Text.of(request.dueOn()).in(request.language()),
                "provider", inventory.provider().name());
        return templates.stream()
                .filter(template -> template.key().equals(key))
                .findFirst()
                .map(template -> template.filled(request.language(), values));
    }

    private static List<MessageTemplate> ours() {
        return OURS.stream()
                .map(key -> template(key, resource(key + SL), resource(key + EN)))
                .toList();
    }

    /** Those of a folder, by name. */
    static List<MessageTemplate> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> keys = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SL) || name.endsWith(EN))
                    .map(name -> name.substring(0, name.length() - SL.length()))
                    .distinct()
                    .sorted()
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("vpogled.message-templates.directory " + folder
                        + " holds no templates: put <name>" + SL + " and <name>" + EN + " there");
            }
            return keys.stream()
                    .map(key -> template(key, file(folder.resolve(key + SL)), file(folder.resolve(key + EN))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("vpogled.message-templates.directory cannot be read: " + folder, e);
        }
    }

    /** A text and where it stands. */
    private record Source(String place, String text) {
        String[] parts() {
            try {
                return MessageTemplate.parts(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(place + " " + e.getMessage(), e);
            }
        }
    }

    private static MessageTemplate template(String key, Source slovenian, Source english) {
        Map<Language, String[]> parts = Map.of(Language.SL, slovenian.parts(), Language.EN, english.parts());
        return new MessageTemplate(
                key, Text.each(language -> parts.get(language)[0]), Text.each(language -> parts.get(language)[1]));
    }

    private static Source file(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new Source(
                    file.toString(),
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(file + " is missing: a template needs both languages", e);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Source resource(String name) {
        try (InputStream in = MessageTemplates.class.getResourceAsStream("/message-templates/" + name)) {
            return new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
