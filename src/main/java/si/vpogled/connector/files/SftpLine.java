package si.vpogled.connector.files;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.session.ClientSession;

/** One connection while it lasts: its channels, taken in turn, and the folder's canonical path on the server. */
final class SftpLine implements AutoCloseable {
    private final ClientSession session;
    private final List<SftpChannel> channels;
    private final String folder;
    private final AtomicInteger turn = new AtomicInteger();

    SftpLine(ClientSession session, List<SftpChannel> channels, String folder) {
        this.session = session;
        this.channels = List.copyOf(channels);
        this.folder = folder;
    }

    SftpChannel channel() {
        return channels.get(Math.floorMod(turn.getAndIncrement(), channels.size()));
    }

    /** The path as the server names it. */
    String absolute(String path) {
        return path.isEmpty() ? folder : folder.endsWith("/") ? folder + path : folder + "/" + path;
    }

    boolean isOpen() {
        return session.isOpen() && channels.stream().allMatch(SftpChannel::isOpen);
    }

    @Override
    public void close() {
        session.close(true);
    }
}
