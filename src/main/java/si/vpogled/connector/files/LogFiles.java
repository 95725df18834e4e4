package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.text.Steps;

/** The lines of log files, packed ({@code .gz}) or not, that speak of one subject and of no longer name. */
final class LogFiles {
    /** As logs are packed too, but not understood here. */
    private static final Pattern PACKED_OTHERWISE = Pattern.compile("(?i).*\\.(bz2|xz|lzma|zst|lz4|z|zip|7z)");

    private final FileTree tree;
    private final LogFormat format;
    private final LogNames names;
    private final Visitor visitor;
    private long understood;
    private long unreadable;

    LogFiles(FileTree tree, LogFormat format, LogNames names, Visitor visitor) {
        this.tree = tree;
        this.format = format;
        this.names = names;
        this.visitor = visitor;
    }

    void read(Walk walk) throws ConnectorException {
        try (Ahead ahead = new Ahead(tree, walk)) {
            for (Optional<Ahead.Next> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                try (InputStream content = unpacked(next.get())) {
                    lines(new LineReader(content));
                    visitor.lookedThrough();
                } catch (IOException e) {
                    visitor.leftAside(LeftAsideException.reason(e).orElseThrow(() -> Faults.of(e)));
                }
            }
        }
        if (unreadable > 0 && understood == 0) {
            throw new ConnectorException(
                    FaultKind.DEFECT,
                    "No line of the log that names the account is written as the read's pattern says (" + unreadable
                            + " lines): correct the pattern");
        }
    }

    private static InputStream unpacked(Ahead.Next next) throws IOException, ConnectorException {
        String name = next.node().name();
        if (PACKED_OTHERWISE.matcher(name).matches()) {
            throw Faults.misconfigured("A log is packed in a way that is not understood: pack logs with gzip, or leave"
                    + " them out by exclude");
        }
        InputStream content = next.open();
        if (!name.endsWith(".gz") || next.node().size() == 0) {
            return content;
        }
        try {
            return new GZIPInputStream(content, 64 * 1024);
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private void lines(LineReader lines) throws IOException, ConnectorException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            line(line.get());
            if (lines.cut()) {
                visitor.leftAside(LeftAside.LONG_LINE);
            }
        }
    }

    private void line(String line) throws ConnectorException {
        if (format.match().isPresent() && !names.standIn(line)) {
            return;
        }
        try {
            Matcher matcher = format.pattern().matcher(new Steps(line, Steps.OF_A_LINE));
            if (!matcher.find()) {
                unreadable(line);
                return;
            }
            understood++;
            Optional<String> name = format.match().map(matcher::group);
            if (name.map(names::isOwn).orElse(format.match().isEmpty())) {
                visitor.row(new LogRow(matcher.toMatchResult(), format.times()));
            } else if (name.filter(names::isShared).isPresent()) {
                visitor.leftAside(LeftAside.SHARED_LOGIN);
            }
        } catch (Steps.Exhausted | StackOverflowError e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The pattern of a log backtracks without end: make its quantifiers possessive, or more exact",
                    e);
        }
    }

    /** Of a shared log only a line with the whole name counts; of the subject's own every line but blanks and comments. */
    private void unreadable(String line) {
        boolean counts =
                format.match().isPresent() ? names.ownStandWholeIn(line) : !line.isBlank() && !line.startsWith("#");
        if (counts) {
            unreadable++;
            visitor.leftAside(LeftAside.UNREADABLE_LINE);
        } else if (format.match().isPresent() && names.sharedStandWholeIn(line)) {
            visitor.leftAside(LeftAside.SHARED_LOGIN);
        }
    }
}
