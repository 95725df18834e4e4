package si.vpogled.connector.job;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blacks out what stands in the groups of some expressions; how long it was is not told either. */
final class Redaction {
    private static final String BLACK = "████████";

    private final List<Pattern> patterns;

    Redaction(List<String> expressions) {
        this.patterns = expressions.stream().map(Pattern::compile).toList();
    }

    String of(String text) {
        BitSet black = new BitSet(text.length());
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(new InterruptibleText(text));
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    black.set(Math.max(0, matcher.start(group)), Math.max(0, matcher.end(group)));
                }
            }
        }
        return black.isEmpty() ? text : blackened(text, black);
    }

    private static String blackened(String text, BitSet black) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int from = black.nextSetBit(0); from >= 0; from = black.nextSetBit(copied)) {
            result.append(text, copied, from).append(BLACK);
            copied = black.nextClearBit(from);
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** Lets an expression that a text keeps busy for too long be ended by interrupting its thread. */
    private record InterruptibleText(CharSequence text) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while redacting");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new InterruptibleText(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
