package si.vpogled.bench;

import java.nio.file.Path;
import java.util.Map;
import si.vpogled.demo.server.Folders;

/** What memory an extract and its bundle take, in a process that may use 256 MiB. */
record HeapRow(Path folder, double gigabytes) {
    Line measure() throws Exception {
        Path own = folder.resolve("heap");
        try (WorkerProcess worker = WorkerProcess.start(own, Map.of())) {
            long extracting =
                    worker.ask("synthetic " + Options.bytes(gigabytes)).heap();
            long both = worker.ask("assemble").heap();
            worker.verify();
            return new Line(
                    "heap for an extract and its bundle of " + gigabytes + " GB",
                    both + " MiB in use at most after a collection (" + extracting + " while extracting)",
                    "-Xmx256m",
                    "–",
                    "runs");
        } finally {
            Folders.delete(own);
        }
    }
}
