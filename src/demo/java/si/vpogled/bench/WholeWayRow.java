package si.vpogled.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import si.vpogled.demo.server.Folders;

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
        List<FileServer> servers = FileServer.all(folder.resolve("files"), folder.resolve("sshd"));
        try {
            List<Line> lines = new ArrayList<>();
            for (FileServer server : servers) {
                lines.add(line(what + server.name(), account, server));
            }
            return lines;
        } finally {
            servers.forEach(FileServer::close);
        }
    }

    private Line line(String what, Path account, FileServer server) throws Exception {
        Path own = folder.resolve("way");
        Path definitions = definition(own.resolve("definitions"), server.settings());
        Path zip = own.resolve("baseline.zip");
        long[] size = new long[1];
        List<Double> served = new ArrayList<>();
        try (WorkerProcess worker = WorkerProcess.start(own, server.secrets())) {
            Medians medians = Medians.alternating(
                    rounds,
                    () -> {
                        double before = server.cpu();
                        Spent extracted = worker.ask("extract " + definitions).spent();
                        WorkerProcess.Answer assembled = worker.ask("assemble");
                        size[0] = assembled.size();
                        served.add(server.cpu() - before);
                        return extracted.plus(assembled.spent());
                    },
                    () -> {
                        Files.deleteIfExists(zip);
                        return Commands.run(account, "zip", "-6", "-r", "-q", zip.toString(), "www");
                    });
            String sizes = String.format(Locale.ROOT, ", size %.3f ×", (double) size[0] / Files.size(zip));
            worker.verify();
            Line line = medians.line(what, "`zip -6`", GOAL);
            double cpu = served.stream().sorted().toList().get(served.size() / 2);
            String ours = line.ours() + (cpu > 0 ? String.format(Locale.ROOT, ", the server's CPU %.2f s", cpu) : "");
            return new Line(line.what(), ours, line.baseline(), line.ratio() + sizes, GOAL);
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
