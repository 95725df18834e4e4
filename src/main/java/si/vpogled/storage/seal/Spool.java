package si.vpogled.storage.seal;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import si.vpogled.storage.PrivateFiles;

/**
 * Keeps bytes until they are read once: in memory while they are few, then in a file of a scratch folder, encrypted
 * under a key that exists in memory only. Closing it removes the file.
 */
public final class Spool implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] NOTHING = {};
    private final Path scratch;
    private final int inMemory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private StreamingAead cipher;
    private OutputStream out = memory;

    /**
     * @param scratch an existing folder
     * @param inMemory bytes kept in memory at most
     */
    public Spool(Path scratch, int inMemory) {
        this.scratch = scratch;
        this.inMemory = inMemory;
    }

    /** Takes what is to be kept; closing it changes nothing. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                keep(bytes, offset, length);
            }
        };
    }

    private void keep(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && memory.size() + length > inMemory) {
            moveToFile();
        }
        out.write(bytes, offset, length);
    }

    private void moveToFile() throws IOException {
        byte[] key = new byte[SealFormat.KEY];
        new SecureRandom().nextBytes(key);
        file = scratch.resolve(UUID.randomUUID() + ".spool");
        OutputStream plain = Channels.newOutputStream(PrivateFiles.create(file));
        try {
            cipher = SealFormat.NOW.streaming(key);
            out = new ClosedOnceStream(cipher.newEncryptingStream(new BufferedOutputStream(plain, BUFFER), NOTHING));
        } catch (GeneralSecurityException e) {
            plain.close();
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
    }

    /** Ends writing and reads from the first byte on. */
    public InputStream read() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        out.close();
        InputStream sealed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return cipher.newDecryptingStream(sealed, NOTHING);
        } catch (GeneralSecurityException e) {
            sealed.close();
            throw new SealException("The spool file was altered", e);
        }
    }

    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream(0);
        if (file != null) {
            out.close();
            Files.deleteIfExists(file);
        }
    }
}
