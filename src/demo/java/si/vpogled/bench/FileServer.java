package si.vpogled.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.demo.server.SftpServer;

/** How the files of the account are reached. */
interface FileServer extends AutoCloseable {
    String name();

    /** Of a source in a definition, as YAML. */
    String settings();

    /** Environment that the settings need. */
    Map<String, String> secrets();

    /** Seconds of processors that the server has taken so far. */
    double cpu() throws IOException;

    @Override
    void close();

    /** Those that this machine has. */
    static List<FileServer> all(Path files, Path own) throws IOException, InterruptedException {
        List<FileServer> servers = new ArrayList<>();
        servers.add(new Mounted(files));
        Optional<OpenSsh> openSsh = OpenSsh.start(files, own);
        openSsh.ifPresent(servers::add);
        servers.add(new Demo(SftpServer.start(files).user("vpogled", "meri")));
        return servers;
    }

    /** No server. */
    record Mounted(Path files) implements FileServer {
        @Override
        public String name() {
            return "mounted";
        }

        @Override
        public String settings() {
            return "path: " + files;
        }

        @Override
        public Map<String, String> secrets() {
            return Map.of();
        }

        @Override
        public double cpu() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** The demo world's, in this process, which does nothing else meanwhile. */
    record Demo(SftpServer server) implements FileServer {
        @Override
        public String name() {
            return "by SFTP from the demo's server (Apache MINA)";
        }

        @Override
        public String settings() {
            return "host: %s, port: %d, user: vpogled, password: {secret: sftp-password}, host-key: \"%s\""
                    .formatted(server.host(), server.port(), server.hostKey());
        }

        @Override
        public Map<String, String> secrets() {
            return Map.of("VPOGLED_SECRET_HOSTING_SFTP_PASSWORD", "meri");
        }

        @Override
        public double cpu() {
            var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return system.getProcessCpuTime() / 1e9;
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
