package si.vpogled.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import si.vpogled.demo.server.Folders;
import si.vpogled.demo.server.SftpServer;

/** From the files of a hosting account to the finished bundle, against {@code zip -6} of the same files. */
record WholeWayRow(Path folder, double gigabytes, int rounds) {
    private static final String GOAL = "≤ 0.5 × at ≤ 1.03 × the size";

    List<Line> measure() throws Exception {
        String what = "files of a hosting account, " + gigabytes + " GB, to the bundle, ";
        if (!Commands.has("zip")) {
            return List.of(Line.missing(what, "zip", GOAL));
        }
        Path account = folder.resolve("files/hosting").resolve(BenchCase.ACCOUNT);
        new MixedFiles(account.resolve("www")).write(Options.bytes(gigabytes));
        try (SftpServer server = SftpServer.start(folder.resolve("files")).user("vpogled", "meri")) {
            return List.of(
                    line(what + "mounted", account, "path: " + folder.resolve("files")),
                    line(what + "by SFTP", account, sftp(server)));
        }
    }

    private static String sftp(SftpServer server) {
        return "host: 127.0.0.1, port: %d, user: vpogled, password: {secret: sftp-password}, host-key: \"%s\""
                .formatted(server.port(), server.hostKey());
    }

    private Line line(String what, Path account, String settings) throws Exception {
        Path own = folder.resolve("way");
        Path definitions = definition(own.resolve("definitions"), settings);
        Path zip = own.resolve("baseline.zip");
        long[] size = new long[1];
        try (WorkerProcess worker = WorkerProcess.start(own, Map.of("VPOGLED_SECRET_HOSTING_SFTP_PASSWORD", "meri"))) {
            Medians medians = Medians.alternating(
                    rounds,
                    () -> {
                        Spent extracted = worker.ask("extract " + definitions).spent();
                        WorkerProcess.Answer assembled = worker.ask("assemble");
                        size[0] = assembled.size();
                        return extracted.plus(assembled.spent());
                    },
                    () -> {
                        Files.deleteIfExists(zip);
                        return Commands.run(account, "zip", "-6", "-r", "-q", zip.toString(), "www");
                    });
            String sizes = String.format(Locale.ROOT, ", size %.3f ×", (double) size[0] / Files.size(zip));
            worker.verify();
            Line line = medians.line(what, "`zip -6`", GOAL);
            return new Line(line.what(), line.ours(), line.baseline(), line.ratio() + sizes, GOAL);
        } finally {
            Folders.delete(own);
        }
    }

    private static Path definition(Path definitions, String settings) throws IOException {
        Files.createDirectories(definitions);
        Files.writeString(definitions.resolve("hosting.yaml"), """
                version: 1
                connector: hosting
                title: {sl: Gostovanje, en: Hosting}
                needs: [hosting-account]
                yields: []
                concurrency: 1
                limits: {seconds: 14400, records: 5000000, bytes: 500000000000}
                sources:
                  - {id: servers, transport: files, settings: {%s}}
                collections:
                  - id: files
                    title: {sl: Datoteke, en: Files}
                    source: servers
                    services: [shared-hosting]
                    row: user-data
                    per: hosting-account
                    as: files
                    item: files
                    read: {mode: tree, root: "hosting/{hosting-account}/www"}
                """.formatted(settings));
        return definitions;
    }
}
