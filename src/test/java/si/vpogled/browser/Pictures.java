package si.vpogled.browser;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Makes small pictures for the documentation of those that the browser tests left, and the page that shows them all. */
final class Pictures {
    static final Path DOCS = Path.of("src", "docs");
    static final Path SMALL = DOCS.resolve("pictures");
    static final Path PAGE = DOCS.resolve("pages.md");

    private static final String WIDE = "-1440.png";
    /** Of the tests of looking at pages. */
    private static final String OF_A_TEST = "page-of-a-test";

    private static final int WIDTH = 520;
    private static final int MOST_HEIGHT = 650;
    private static final String HEAD = """
            # Every page, as the browser tests saw it

            Slovenian on the left, English on the right, on a wide screen; long pages are cut. `make test` leaves them whole, and as a
            phone shows them, in `target/pictures`; `make pictures` makes these of them.

            | page | slovensko | English |
            |---|---|---|
            """;

    private Pictures() {}

    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.list(Visitor.PICTURES)) {
            for (Path large : files.filter(file -> file.toString().endsWith(WIDE))
                    .filter(file -> !file.toString().contains(OF_A_TEST))
                    .toList()) {
                make(large);
            }
        }
        Files.writeString(PAGE, page(names()));
    }

    private static void make(Path large) throws IOException {
        BufferedImage whole = ImageIO.read(large.toFile());
        int height = Math.min(whole.getHeight(), whole.getWidth() * MOST_HEIGHT / WIDTH);
        Image scaled = whole.getSubimage(0, 0, whole.getWidth(), height)
                .getScaledInstance(WIDTH, height * WIDTH / whole.getWidth(), Image.SCALE_AREA_AVERAGING);
        BufferedImage small =
                new BufferedImage(scaled.getWidth(null), scaled.getHeight(null), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(scaled, 0, 0, null);
        graphics.dispose();
        String name = large.getFileName().toString().replace(WIDE, ".jpg");
        ImageIO.write(small, "jpg", SMALL.resolve(name).toFile());
    }

    /** Of pages, without their language. */
    static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SMALL)) {
            return files.map(file -> file.getFileName().toString().replaceAll("^(sl|en)-|\\.jpg$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String page(Set<String> names) {
        return names.stream().map(Pictures::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(String name) {
        String words = name.replace('-', ' ');
        return "| " + words + " | "
                + List.of("sl", "en").stream()
                        .map(language -> "![%s, %s](pictures/%s-%s.jpg)".formatted(words, language, language, name))
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }
}
