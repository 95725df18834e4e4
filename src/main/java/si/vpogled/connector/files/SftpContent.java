package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import org.apache.sshd.sftp.common.SftpException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** A file's bytes, asked for ahead; over a lost connection it goes on where it stood. */
final class SftpContent extends InputStream {
    /** A file that is open on one connection. */
    record Opened(SftpLine line, SftpChannel channel, byte[] handle, long size) {
        InputStream from(long offset) {
            return new SftpPieces(channel, handle, offset, size);
        }
    }

    /** Opens the file on a connection. */
    interface Opener {
        Opened open(SftpLine line, SftpChannel channel, Node file) throws IOException;
    }

    private final SftpConnection connection;
    private final Node file;
    private final Opener opener;
    private final long size;
    private SftpLine line;
    private InputStream in;
    private long offset;

    SftpContent(SftpConnection connection, Node file, Opened opened, Opener opener) {
        this.connection = connection;
        this.file = file;
        this.opener = opener;
        this.size = opened.size();
        this.line = opened.line();
        this.in = opened.from(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (true) {
            try {
                int read = in.read(bytes, from, length);
                offset += Math.max(0, read);
                return read;
            } catch (SftpException e) {
                throw fault(e);
            } catch (IOException | IllegalStateException e) {
                resume(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void resume(Exception lost) throws IOException {
        try {
            connection.lost(line, lost);
            Opened again = connection.call((fresh, channel) -> opener.open(fresh, channel, file));
            in.close();
            line = again.line();
            in = again.from(offset);
            if (again.size() < size) {
                throw new ConnectorException(
                        FaultKind.UNAVAILABLE, "A file was cut short while it was read, and its connection lost", lost);
            }
        } catch (ConnectorException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static IOException fault(SftpException e) {
        try {
            return SftpFaults.answered(e);
        } catch (ConnectorException fault) {
            return new IOException(fault.getMessage(), fault);
        }
    }
}
