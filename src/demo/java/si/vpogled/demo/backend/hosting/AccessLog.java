package si.vpogled.demo.backend.hosting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Holdings.Hosting;
import si.vpogled.demo.people.Population;

/**
 * A log of sign-ins to packages or servers, of all users in order of time:
 * {@code 2026-11-20T09:12:05Z user=cebelar ip=192.0.2.7 service=ftp result=ok}. FTP and the control panel may know
 * a package by other names, and of a server it says which. What is older than a month is rotated away, {@code .1}, and packed, {@code .2.gz}.
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

    void ofPackage(Hosting plan) {
        entries(
                plan.account(),
                service -> "user="
                        + switch (service) {
                            case "ftp" -> plan.ftpUser();
                            case "nadzorna-plosca" -> plan.panelUser();
                            default -> plan.account();
                        });
    }

    void ofServer(String server) {
        entries(server, service -> "user=root server=" + server);
    }

    private void entries(String name, UnaryOperator<String> who) {
        Dice dice = population.dice("access", name);
        String usual = dice.address();
        for (int i = 0; i < 25; i++) {
            LocalDateTime at = dice.time(population.today().minusDays(90), population.today());
            String address = dice.oneIn(5) ? dice.address() : usual;
            String result = dice.oneIn(10) ? "napacno-geslo" : "ok";
            String service = dice.of(SERVICES);
            lines.add(new Line(
                    at,
                    "%sZ %s ip=%s service=%s result=%s".formatted(at, who.apply(service), address, service, result)));
        }
    }

    @Override
    public void close() throws IOException {
        lines.sort((one, other) -> one.text().compareTo(other.text()));
        LocalDateTime month = population.today().minusDays(30).atStartOfDay();
        LocalDateTime twoMonths = population.today().minusDays(60).atStartOfDay();
        write("", line -> !line.at().isBefore(month));
        write(".1", line -> line.at().isBefore(month) && !line.at().isBefore(twoMonths));
        write(".2.gz", line -> line.at().isBefore(twoMonths));
    }

    private void write(String suffix, Predicate<Line> which) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + suffix);
        try (OutputStream out = Files.newOutputStream(part);
                OutputStream packed = suffix.endsWith(".gz") ? new GZIPOutputStream(out) : out;
                Writer writer = new OutputStreamWriter(packed, StandardCharsets.UTF_8)) {
            for (Line line : lines) {
                if (which.test(line)) {
                    writer.write(line.text() + "\n");
                }
            }
        }
        Files.setLastModifiedTime(
                part, FileTime.from(population.today().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
