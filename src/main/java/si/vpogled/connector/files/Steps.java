package si.vpogled.connector.files;

/** A line that a pattern may look at only so often: what backtracks without end is stopped. */
final class Steps implements CharSequence {
    /** Several looks at each character, and room for honest alternatives. */
    static final int MOST = 2_000_000;

    private final CharSequence line;
    private final int[] left;

    Steps(CharSequence line) {
        this(line, new int[] {MOST});
    }

    private Steps(CharSequence line, int[] left) {
        this.line = line;
        this.left = left;
    }

    @Override
    public int length() {
        return line.length();
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
            throw new Exhausted();
        }
        return line.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Steps(line.subSequence(start, end), left);
    }

    @Override
    public String toString() {
        return line.toString();
    }

    static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("A pattern looked at one line too often", null, false, false);
        }
    }
}
