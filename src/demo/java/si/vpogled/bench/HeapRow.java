package si.vpogled.bench;

import java.nio.file.Path;
import java.util.Map;
import si.vpogled.demo.server.Folders;

/**
 * What memory an extract and its bundle take, in a process that may use 256 MiB.
 *
 * @param order that makes the extract
 * @param what it holds, in words
 */
record HeapRow(Path folder, String order, String what) {
    static HeapRow of(Path folder, double gigabytes) {
        return new HeapRow(folder, "synthetic " + Options.bytes(gigabytes), gigabytes + " GB");
    }

    /** Memory grows with the number of files, not with their size. */
    static HeapRow ofFiles(Path folder, int files) {
        return new HeapRow(folder, "many " + files, "%,d files of a line each".formatted(files));
    }

    Line measure() throws Exception {
        Path own = folder.resolve("heap");
        try (WorkerProcess worker = WorkerProcess.start(own, Map.of())) {
            long extracting = worker.ask(order).heap();
            long both = worker.ask("assemble").heap();
            worker.verify();
            return new Line(
                    "heap for an extract and its bundle of " + what,
                    both + " MiB in use at most after a collection (" + extracting + " while extracting)",
                    "-Xmx256m",
                    "–",
                    "runs");
        } finally {
            Folders.delete(own);
        }
    }
}
