package si.vpogled.connector.extract;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes paths differ from each other, whatever their case, and no file bear a folder's name. Remembers 64 bits of each
 * instead of the name: two names that share them only cost a number in one.
 */
final class UniqueNames {
    private final Set<Long> files = new HashSet<>();
    private final Set<Long> folders = new HashSet<>();

    /** The safe path itself, or with a number where it would meet another. */
    String add(String path) {
        String folder = "";
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            folder = folder(folder + path.substring(from, slash));
            from = slash + 1;
        }
        return file(folder + path.substring(from));
    }

    private String folder(String wanted) {
        String name = wanted;
        for (int number = 2; files.contains(key(name)); number++) {
            name = wanted + " (" + number + ")";
        }
        folders.add(key(name));
        return name + '/';
    }

    private String file(String wanted) {
        String name = wanted;
        for (int number = 2; taken(name); number++) {
            name = numbered(wanted, number);
        }
        files.add(key(name));
        return name;
    }

    private boolean taken(String name) {
        long key = key(name);
        return files.contains(key) || folders.contains(key);
    }

    private static String numbered(String path, int number) {
        int dot = path.lastIndexOf('.');
        int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
        return path.substring(0, end) + " (" + number + ")" + path.substring(end);
    }

    /** FNV-1a of the name without case. */
    private static long key(String name) {
        String same = Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < same.length(); i++) {
            hash = (hash ^ same.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
