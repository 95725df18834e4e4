package si.vpogled.demo.backend.hosting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Population;

/**
 * A server's log of sign-ins, of all its users in order of time:
 * {@code 2026-11-20T09:12:05Z user=cebelar ip=192.0.2.7 service=ftp result=ok}.
 */
final class AccessLog implements AutoCloseable {
    private static final List<String> SERVICES = List.of("nadzorna-plosca", "ftp", "ssh", "webmail");

    private final Population population;
    private final Path file;
    private final List<Line> lines = new ArrayList<>();

    private record Line(LocalDateTime at, String text) {}

    AccessLog(Population population, Path file) {
        this.population = population;
        this.file = file;
    }

    void entries(String user) {
        Dice dice = population.dice("access", user);
        String usual = dice.address();
        for (int i = 0; i < 25; i++) {
            LocalDateTime at = dice.time(population.today().minusDays(90), population.today());
            String address = dice.oneIn(5) ? dice.address() : usual;
            String result = dice.oneIn(10) ? "napacno-geslo" : "ok";
            lines.add(new Line(
                    at,
                    "%sZ user=%s ip=%s service=%s result=%s".formatted(at, user, address, dice.of(SERVICES), result)));
        }
    }

    @Override
    public void close() throws IOException {
        lines.sort((one, other) -> one.text().compareTo(other.text()));
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Line line : lines) {
                writer.write(line.text());
                writer.newLine();
            }
        }
        Files.setLastModifiedTime(
                file, FileTime.from(population.today().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
