package si.vpogled.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import si.vpogled.bundle.AssembledBundle;
import si.vpogled.connector.definition.ConnectorDefinition;
import si.vpogled.connector.definition.DefinitionLoader;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/**
 * The program in a process with a small heap. Reads one order a line, and answers each with seconds by the clock and of
 * processors, the most heap in use after a collection in MiB, and the size of the product.
 *
 * <pre>
 * synthetic BYTES     an extract of so many bytes
 * many FILES          an extract of so many files of a line each
 * extract FOLDER      an extract by the definition in a folder
 * assemble            a bundle from the extract
 * decrypt FILE        the bundle as it is downloaded
 * </pre>
 */
final class Worker {
    private final HeapWatch heap = new HeapWatch();
    private final BenchCase bench;
    private int attempt;

    private Worker(BenchCase bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(BenchCase.in(Path.of(arguments[0])));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            worker.clear(words[0]);
            Stopwatch watch = new Stopwatch();
            long size = worker.work(words[0], words.length > 1 ? words[1] : "");
            Spent spent = watch.spent();
            System.out.println(spent.seconds() + " " + spent.cpu() + " " + worker.heap.mebibytes() + " " + size);
        }
    }

    /** What the same order made before goes before the clock starts, as for the plain commands. */
    private void clear(String verb) throws IOException {
        if (verb.equals("extract")) {
            bench.dropExtract();
        }
        if (verb.equals("assemble")) {
            bench.dropBundles();
        }
    }

    private long work(String verb, String object) throws Exception {
        return switch (verb) {
            case "synthetic" -> {
                new Synthetic(bench).write(Long.parseLong(object));
                yield bench.extractFile().toFile().length();
            }
            case "many" -> {
                new Synthetic(bench).lines(Integer.parseInt(object));
                yield bench.extractFile().toFile().length();
            }
            case "extract" -> extract(Path.of(object));
            case "assemble" -> assemble();
            case "decrypt" -> {
                bench.decrypt(attempt, Path.of(object));
                yield Path.of(object).toFile().length();
            }
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private long extract(Path definitions) throws Exception {
        ConnectorDefinition definition = new DefinitionLoader()
                .fromFolder(definitions)
                .find(BenchCase.CONNECTOR)
                .orElseThrow();
        new Extraction(
                        definition,
                        bench.extract().run(),
                        bench.extract().key(),
                        bench.pair().toPublicJWK().toJSONObject())
                .run(
                        bench.store(),
                        System.getenv(),
                        bench.scratch(),
                        Identifier.of(IdentifierKind.HOSTING_ACCOUNT, BenchCase.ACCOUNT));
        return bench.extractFile().toFile().length();
    }

    private long assemble() throws IOException {
        attempt++;
        AssembledBundle assembled = bench.assemble(attempt);
        return assembled.size();
    }
}
