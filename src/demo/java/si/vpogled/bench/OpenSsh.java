package si.vpogled.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import si.vpogled.demo.server.Ports;

/** OpenSSH's server as most hosting machines have it, run as whoever measures, with keys of its own. */
record OpenSsh(Process process, Path files, Path own, int port) implements FileServer {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final int TICKS = 100;
    private static final int TRIES = 50;

    /** Nothing where it is not installed, or does not start. */
    static Optional<OpenSsh> start(Path files, Path own) throws IOException, InterruptedException {
        Optional<Path> sftp = Stream.of("/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (sftp.isEmpty() || !Files.isExecutable(SSHD) || !Commands.has("ssh-keygen")) {
            return Optional.empty();
        }
        Files.createDirectories(own);
        for (String key : new String[] {"host", "user"}) {
            Commands.run(own, "ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key);
        }
        int port = Ports.free();
        Path config = Files.writeString(own.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                AuthorizedKeysFile %2$s/user.pub
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                Subsystem sftp %3$s
                """.formatted(port, own, sftp.get()));
        Process process = new ProcessBuilder(
                        SSHD.toString(),
                        "-D",
                        "-f",
                        config.toString(),
                        "-E",
                        own.resolve("log").toString())
                .start();
        OpenSsh server = new OpenSsh(process, files, own, port);
        if (server.listens()) {
            return Optional.of(server);
        }
        System.err.println("OpenSSH's server does not start: " + Files.readString(own.resolve("log")));
        server.close();
        return Optional.empty();
    }

    private boolean listens() throws InterruptedException {
        for (int tried = 0; tried < TRIES && process.isAlive(); tried++) {
            try (Socket socket = new Socket(Ports.HOST, port)) {
                return socket.isConnected();
            } catch (IOException e) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    @Override
    public String name() {
        return "by SFTP from OpenSSH's server";
    }

    @Override
    public String settings() {
        return "host: %s, port: %d, user: %s, key: {secret: key}, host-key: \"%s\", folder: \"%s\""
                .formatted(Ports.HOST, port, System.getProperty("user.name"), read("host.pub"), files);
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("VPOGLED_SECRET_HOSTING_KEY", read("user"));
    }

    /** Of the processes of all sessions that have ended. */
    @Override
    public double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])) / TICKS;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private String read(String key) {
        try {
            return Files.readString(own.resolve(key)).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
