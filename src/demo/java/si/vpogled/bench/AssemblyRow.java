package si.vpogled.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import si.vpogled.demo.server.Folders;

/** A bundle from extracts, against copying and hashing the extracts' bytes. */
record AssemblyRow(Path folder, double gigabytes, int rounds) {
    Line measure() throws Exception {
        String what = "assembling a bundle from " + gigabytes + " GB of extracts";
        Path own = folder.resolve("assembly");
        try (WorkerProcess worker = WorkerProcess.start(own, Map.of())) {
            worker.ask("synthetic 20000000");
            worker.ask("assemble");
            worker.ask("synthetic " + Options.bytes(gigabytes));
            Path extract = BenchCase.in(own).extractFile();
            Path copy = own.resolve("copy");
            Medians medians =
                    Medians.alternating(rounds, () -> worker.ask("assemble").spent(), () -> {
                        Files.deleteIfExists(copy);
                        return Commands.run(own, "cp", extract.toString(), copy.toString())
                                .plus(Commands.run(own, "sha512sum", copy.toString()));
                    });
            Files.delete(copy);
            worker.verify();
            return medians.line(what, "`cp` and `sha512sum`", "≤ 1.0 ×");
        } finally {
            Folders.delete(own);
        }
    }
}
