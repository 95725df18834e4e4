package si.vpogled.text;

/** A text that patterns may look at only so often: what backtracks without end is stopped. */
public final class Steps implements CharSequence {
    /** Several looks at each character of a line, and room for honest alternatives. */
    public static final long OF_A_LINE = 2_000_000;

    private final CharSequence text;
    private final long[] left;

    public Steps(CharSequence text, long most) {
        this(text, new long[] {most});
    }

    private Steps(CharSequence text, long[] left) {
        this.text = text;
        this.left = left;
    }

    @Override
    public int length() {
        return text.length();
    }

    /** @throws Exhausted where it was looked at too often */
    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Steps(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** It was looked at too often. */
    public static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("A pattern looked at one text too often", null, false, false);
        }
    }
}
