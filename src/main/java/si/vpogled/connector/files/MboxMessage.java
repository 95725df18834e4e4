package si.vpogled.connector.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message with its separator before it and an empty line after it; lines that look like separators are quoted.
 * The day of the separator is the day of delivery, which Maildir has in the file's name.
 */
final class MboxMessage extends InputStream {
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern RETURN_PATH =
            Pattern.compile("(?im)^Return-Path:[ \\t]*<([!-;=?-~]{1,254}+)>[ \\t]*$");
    private static final Pattern DELIVERED = Pattern.compile("(\\d{9,10})\\..*");
    private static final byte[] FROM = "From ".getBytes(US_ASCII);

    private final MessageLines lines;
    private byte[] ready;
    private int at;
    private boolean lineStart = true;
    private boolean ended;

    MboxMessage(InputStream content, Node node) throws IOException {
        lines = new MessageLines(content);
        String separator = "From " + sender(lines.beginning()) + " " + ASCTIME.format(delivered(node)) + "\n";
        ready = separator.getBytes(US_ASCII);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int put = 0;
        while (put < length && (at < ready.length || refilled())) {
            int some = Math.min(length - put, ready.length - at);
            System.arraycopy(ready, at, bytes, offset + put, some);
            at += some;
            put += some;
        }
        return put == 0 && length > 0 ? -1 : put;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean refilled() throws IOException {
        if (ended) {
            return false;
        }
        at = 0;
        byte[] part = lines.next();
        if (part.length == 0) {
            ended = true;
            ready = (lineStart ? "\n" : "\n\n").getBytes(US_ASCII);
            return true;
        }
        ready = lineStart && looksLikeSeparator(part) ? quoted(part) : part;
        lineStart = part[part.length - 1] == '\n';
        return true;
    }

    private static boolean looksLikeSeparator(byte[] line) {
        int start = 0;
        while (start < line.length && line[start] == '>') {
            start++;
        }
        return line.length - start >= FROM.length
                && java.util.Arrays.equals(line, start, start + FROM.length, FROM, 0, FROM.length);
    }

    private static byte[] quoted(byte[] line) {
        byte[] quoted = new byte[line.length + 1];
        quoted[0] = '>';
        System.arraycopy(line, 0, quoted, 1, line.length);
        return quoted;
    }

    /** The envelope's sender, as the mail server noted it. */
    private static String sender(byte[] beginning) {
        String header = new String(beginning, ISO_8859_1).replace("\r", "").split("\n\n", 2)[0];
        Matcher found = RETURN_PATH.matcher(header);
        return found.find() ? found.group(1) : "MAILER-DAEMON";
    }

    private static Instant delivered(Node node) {
        Matcher name = DELIVERED.matcher(node.name());
        return name.matches()
                ? Instant.ofEpochSecond(Long.parseLong(name.group(1)))
                : node.modified().orElse(Instant.EPOCH);
    }
}
