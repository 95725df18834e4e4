package si.vpogled.demo.server;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A message as it came.
 *
 * @param number from 1, in the order of arrival
 * @param id the Message-ID (RFC 5322 section 3.6.4), empty where there is none
 * @param text the plain-text part, empty where there is none
 * @param html the HTML part, empty where there is none
 */
public record ReceivedMail(
        int number,
        String id,
        @JsonIgnore Instant receivedAt,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

    /** A part with a file name. */
    public record Attachment(
            String name, String mediaType, @JsonIgnore byte[] content) {
        @JsonProperty
        public int size() {
            return content.length;
        }
    }

    /** RFC 3339. */
    @JsonProperty
    public String received() {
        return receivedAt.toString();
    }

    /** The addresses of pages in the text, in their order. */
    @JsonProperty
    public List<String> links() {
        return LINK.matcher(text.isEmpty() ? html.replace("&amp;", "&") : text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    public boolean isTo(String address) {
        return to.stream().anyMatch(recipient -> recipient.equalsIgnoreCase(address));
    }

    static ReceivedMail of(int number, Instant received, MimeMessage message) {
        try {
            Parts parts = new Parts();
            parts.add(message);
            return new ReceivedMail(
                    number,
                    Optional.ofNullable(message.getMessageID()).orElse(""),
                    received,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.attachments));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A message cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> addresses(Address[] addresses) {
        return Arrays.stream(addresses == null ? new Address[0] : addresses)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.getAddress() : address.toString())
                .toList();
    }

    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        void add(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof MimeMultipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart inner = multipart.getBodyPart(i);
                    add(inner);
                }
            } else if (part.getFileName() != null) {
                byte[] content = part.getInputStream().readAllBytes();
                attachments.add(new Attachment(
                        part.getFileName(), part.getContentType().replaceFirst(";(?s:.*)", ""), content));
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }
    }
}
