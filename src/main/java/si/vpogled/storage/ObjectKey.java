package si.vpogled.storage;

import java.util.regex.Pattern;

/** What objects may be called, in whichever store. */
public final class ObjectKey {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int MAX = 512;

    private ObjectKey() {}

    /**
     * @return the key
     * @throws IllegalArgumentException where it could lead elsewhere
     */
    public static String checked(String key) {
        if (key.length() > MAX || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "A key of the store is parts of letters, digits, '.', '_' and '-', joined by '/'");
        }
        return key;
    }

    /** The same of the beginning of keys, which may end with a slash. */
    public static String checkedPrefix(String prefix) {
        checked(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
        return prefix;
    }
}
