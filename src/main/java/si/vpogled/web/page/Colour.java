package si.vpogled.web.page;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** A colour of the sRGB space, each part from 0 to 255. */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern WRITTEN = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * @throws IllegalArgumentException where it is not written as {@code #rrggbb}
     */
    static Colour of(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException("not a colour");
        }
        int value = HexFormat.fromHexDigits(written.substring(1));
        return new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** The ratio of contrast, from 1 to 21 (WCAG 2.2, definition of contrast ratio). */
    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private double luminance() {
        double[] linear = DoubleStream.of(red, green, blue).map(Colour::linear).toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double linear(double part) {
        double share = part / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** With so much of another colour, from 0 to 1. */
    Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
