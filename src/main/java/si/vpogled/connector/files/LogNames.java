package si.vpogled.connector.files;

import java.util.List;
import java.util.stream.Stream;
import si.vpogled.connector.Source.Bindings;
import si.vpogled.subject.Identifier;

/**
 * By what names a log speaks of one subject.
 *
 * @param own that are nobody else's
 * @param shared with others, so that nobody can say whose a line is
 * @param foldsCase addresses and domains are the same in any case; accounts are not
 */
record LogNames(List<String> own, List<String> shared, boolean foldsCase) {
    static LogNames of(Bindings bindings) {
        List<String> shared =
                bindings.shared().stream().filter(login -> !login.isBlank()).toList();
        Stream<String> names = Stream.concat(Stream.of(bindings.identifier().value()), bindings.logins().stream());
        return new LogNames(
                names.filter(name -> !name.isBlank() && !shared.contains(name))
                        .distinct()
                        .toList(),
                shared,
                foldsCase(bindings.identifier()));
    }

    private static boolean foldsCase(Identifier identifier) {
        return switch (identifier.type()) {
            case EMAIL, DOMAIN -> true;
            case CUSTOMER_NUMBER, VAT_ID, HOSTING_ACCOUNT, VPS_SERVER, DOSTAVLJALEC_ACCOUNT, WEBSITE -> false;
        };
    }

    /** Cheap, so that of another's lines no pattern is tried. */
    boolean standIn(String line) {
        return Stream.concat(own.stream(), shared.stream()).anyMatch(name -> at(line, name, 0) >= 0);
    }

    /** Whether one stands there that is no part of a longer one. */
    boolean ownStandWholeIn(String line) {
        return standWholeIn(own, line);
    }

    boolean sharedStandWholeIn(String line) {
        return standWholeIn(shared, line);
    }

    private boolean standWholeIn(List<String> names, String line) {
        for (String name : names) {
            for (int at = at(line, name, 0); at >= 0; at = at(line, name, at + 1)) {
                if (!goesOn(line, at - 1, -1) && !goesOn(line, at + name.length(), 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isOwn(String found) {
        return isAmong(own, found);
    }

    boolean isShared(String found) {
        return isAmong(shared, found);
    }

    private boolean isAmong(List<String> names, String found) {
        return names.stream().anyMatch(name -> foldsCase ? found.equalsIgnoreCase(name) : found.equals(name));
    }

    private int at(String line, String name, int from) {
        if (!foldsCase) {
            return line.indexOf(name, from);
        }
        for (int at = from; at <= line.length() - name.length(); at++) {
            if (line.regionMatches(true, at, name, 0, name.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a name goes on over this place; a point that ends a sentence does not carry it on. */
    private static boolean goesOn(String line, int at, int step) {
        if (at < 0 || at >= line.length()) {
            return false;
        }
        char c = line.charAt(at);
        int next = at + step;
        return Character.isLetterOrDigit(c)
                || c == '-'
                || c == '_'
                || c == '.' && next >= 0 && next < line.length() && Character.isLetterOrDigit(line.charAt(next));
    }
}
