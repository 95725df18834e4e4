package si.vpogled.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import si.vpogled.text.PlainCharacters;

/** Says what a file is by its content, and whether what it was sent as agrees. */
@ApplicationScoped
class RecogniseFile {
    private final Tika tika = new Tika();
    private final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();

    /** The type that the content shows; empty where it is none that can be attached. */
    Optional<AttachmentType> recognise(byte[] content) {
        return AttachmentType.of(tika.detect(content))
                .filter(type -> type != AttachmentType.TEXT || plainText(content));
    }

    /** Whether name and declared type agree with the content. A browser that does not know declares nothing. */
    boolean agree(AttachmentType type, Enclosure sent) {
        boolean named = AttachmentType.claimedBy(sent.name())
                .filter(claimed -> claimed != type)
                .isEmpty();
        return named
                && declared(sent.declaredType()).map(type.mediaType()::equals).orElse(true);
    }

    private Optional<String> declared(String type) {
        return Optional.ofNullable(MediaType.parse(type))
                .map(MediaType::getBaseType)
                .filter(known -> !known.equals(MediaType.OCTET_STREAM))
                .map(types::normalize)
                .map(MediaType::toString);
    }

    private static boolean plainText(byte[] content) {
        try {
            return PlainCharacters.only(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString()
                            .replaceFirst("^\\uFEFF", ""),
                    true);
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
