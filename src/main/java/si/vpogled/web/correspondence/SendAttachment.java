package si.vpogled.web.correspondence;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import si.vpogled.correspondence.Message;
import si.vpogled.correspondence.OpenAttachment;

/** An attachment as a download: saved, never shown in our pages' place, and without any rights of theirs. */
public final class SendAttachment {
    private static final String ALONE = "default-src 'none'; sandbox";
    /** RFC 8187 section 3.2.1. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private SendAttachment() {}

    /** @param opened empty where there is none: the answer is the same for somebody else's */
    public static Response send(Optional<OpenAttachment.Opened> opened) {
        OpenAttachment.Opened found = opened.orElseThrow(NotFoundException::new);
        Message.Attachment attachment = found.attachment();
        String charset = attachment.mediaType().startsWith("text/") ? ";charset=UTF-8" : "";
        return Response.ok(content(found))
                .header(HttpHeaders.CONTENT_TYPE, attachment.mediaType() + charset)
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.name()))
                .header("Content-Security-Policy", ALONE)
                .build();
    }

    private static StreamingOutput content(OpenAttachment.Opened opened) {
        return out -> {
            try (InputStream in = Channels.newInputStream(opened.content())) {
                in.transferTo(out);
            }
        };
    }

    /** RFC 6266: for all browsers of our time the name as it is, for all others one in ASCII. */
    static String disposition(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append("%%%02X".formatted(one));
            }
        }
        return encoded.toString();
    }
}
