package si.vpogled.web.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.web.problem.ProblemException;

/**
 * One part of a file (RFC 9110 section 14).
 *
 * @param first its first byte, from 0
 * @param length in bytes
 */
record ByteRange(long first, long length) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * What a {@code Range} header asks for; empty for the whole, which is also the answer to several ranges and to what
     * is no range at all (section 14.2).
     *
     * @throws ProblemException 416 where the file ends before
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher single = SINGLE.matcher(header == null ? "" : header);
        if (!single.matches() || single.group(1).isEmpty() && single.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (single.group(1).isEmpty()) {
            long last = Long.parseLong(single.group(2));
            return within(Math.max(0, size - last), last == 0 ? -1 : size - 1, size);
        }
        long first = Long.parseLong(single.group(1));
        long last = single.group(2).isEmpty() ? size - 1 : Long.parseLong(single.group(2));
        if (!single.group(2).isEmpty() && last < first) {
            return Optional.empty();
        }
        return within(first, Math.min(last, size - 1), size);
    }

    private static Optional<ByteRange> within(long first, long last, long size) {
        if (first > last) {
            throw ProblemException.unsatisfiable(size);
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    /** The {@code Content-Range} header. */
    String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
