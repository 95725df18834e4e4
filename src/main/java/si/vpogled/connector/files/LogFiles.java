package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.zip.GZIPInputStream;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.subject.Identifier;

/** The lines of log files, packed ({@code .gz}) or not, that speak of one identifier and of no longer one. */
record LogFiles(FileTree tree, LogFormat format, Identifier identifier) {
    void read(Walk walk, Visitor visitor) throws ConnectorException {
        try (Ahead ahead = new Ahead(tree, walk)) {
            for (Optional<Ahead.Next> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                try (InputStream content = unpacked(next.get())) {
                    lines(new LineReader(content), visitor);
                } catch (IOException e) {
                    visitor.leftAside(LeftAsideException.reason(e).orElseThrow(() -> Faults.of(e)));
                }
            }
        }
    }

    private static InputStream unpacked(Ahead.Next next) throws IOException, ConnectorException {
        InputStream content = next.open();
        if (!next.node().name().endsWith(".gz") || next.node().size() == 0) {
            return content;
        }
        try {
            return new GZIPInputStream(content, 64 * 1024);
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private void lines(LineReader lines, Visitor visitor) throws IOException, ConnectorException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<LogRow> row = row(line.get());
            if (row.isPresent()) {
                visitor.row(row.get());
            }
        }
    }

    private Optional<LogRow> row(String line) throws ConnectorException {
        if (format.match().isPresent() && !contains(line)) {
            return Optional.empty();
        }
        try {
            Matcher matcher = format.pattern().matcher(new Steps(line));
            return matcher.find()
                            && format.match()
                                    .map(matcher::group)
                                    .map(this::same)
                                    .orElse(format.match().isEmpty())
                    ? Optional.of(new LogRow(matcher.toMatchResult(), format.times()))
                    : Optional.empty();
        } catch (Steps.Exhausted | StackOverflowError e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The pattern of a log backtracks without end: make its quantifiers possessive, or more exact",
                    e);
        }
    }

    /** Cheap, so that of another's lines no pattern is tried. */
    private boolean contains(String line) {
        String value = identifier.value();
        if (!foldsCase()) {
            return line.contains(value);
        }
        for (int at = 0; at <= line.length() - value.length(); at++) {
            if (line.regionMatches(true, at, value, 0, value.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean same(String found) {
        return foldsCase() ? found.equalsIgnoreCase(identifier.value()) : found.equals(identifier.value());
    }

    /** Addresses and domains are the same in any case; accounts are not. */
    private boolean foldsCase() {
        return switch (identifier.type()) {
            case EMAIL, DOMAIN -> true;
            case CUSTOMER_NUMBER, VAT_ID, HOSTING_ACCOUNT, VPS_SERVER, DOSTAVLJALEC_ACCOUNT, WEBSITE -> false;
        };
    }
}
