package si.vpogled.text;

/** No control characters, no half characters, nothing that turns the direction of reading around. */
public final class PlainCharacters {
    private PlainCharacters() {}

    /**
     * Whether a text has none but plain characters.
     *
     * @param lines whether line ends and tabs are allowed
     */
    public static boolean only(String text, boolean lines) {
        return text.codePoints().allMatch(character -> plain(character, lines));
    }

    private static boolean plain(int character, boolean lines) {
        boolean space = character == '\n' || character == '\r' || character == '\t';
        int type = Character.getType(character);
        boolean turning = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return space ? lines : type != Character.CONTROL && type != Character.SURROGATE && !turning;
    }
}
