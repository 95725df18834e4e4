package si.vpogled.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the image's two programs, started as the image starts it. */
record EntryPoint(Path script, Path cache, Path log) {
    private static final long PATIENCE_SECONDS = 300;

    static EntryPoint of(Path scripts, Path caches, String name, Path logs) {
        return new EntryPoint(scripts.resolve(name), caches.resolve(name + ".aot"), logs.resolve(name + ".log"));
    }

    /**
     * Its classes are written to the cache when it ends, and not how often it called what (JEP 515): by that the JVM would
     * compile at the start what it needs much later.
     */
    Process trained(Map<String, String> environment) throws IOException {
        return started(
                environment, "-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining");
    }

    /** It does not start where the cache cannot be used. */
    Process fromCache(Map<String, String> environment) throws IOException {
        return started(environment, "-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }

    private Process started(Map<String, String> environment, String aot, String options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(script.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("VPOGLED_AOT", aot);
        builder.environment().put("VPOGLED_JAVA_OPTIONS", options);
        return builder.start();
    }

    /** @throws IllegalStateException with all that it said, where it ends otherwise, or speaks of an error */
    void await(Process process, int expected) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(script + " did not end:\n" + Files.readString(log));
        }
        String said = Files.readString(log);
        if (process.exitValue() != expected || said.contains("ERROR") || said.contains("Error:")) {
            throw new IllegalStateException(script + " ended with " + process.exitValue() + ":\n" + said);
        }
    }
}
