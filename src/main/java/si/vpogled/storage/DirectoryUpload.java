package si.vpogled.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes beside the objects, then moves the whole file to its place. */
final class DirectoryUpload implements ObjectStore.Upload {
    private static final int TRIES = 3;
    private final Path root;
    private final Path temporary;
    private final Path target;
    private final FileChannel channel;
    private final EarlyForce early;
    private final OutputStream stream;
    private boolean settled;

    DirectoryUpload(Path root, Path temporary, Path target) throws IOException {
        this(root, temporary, target, PrivateFiles.create(temporary));
    }

    /** @param channel of the temporary file */
    DirectoryUpload(Path root, Path temporary, Path target, FileChannel channel) {
        this.root = root;
        this.temporary = temporary;
        this.target = target;
        this.channel = channel;
        this.early = new EarlyForce(channel);
        this.stream = new KeptOpen(Channels.newOutputStream(channel), early);
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void commit() throws IOException {
        early.finish();
        channel.force(true);
        channel.close();
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(root.relativize(target).toString());
        }
        move(TRIES);
        settled = true;
        PrivateFiles.force(target.getParent());
    }

    /** A purge may take the folder away between its making and the move. */
    private void move(int tries) throws IOException {
        PrivateFiles.createDirectories(target.getParent());
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (tries == 1) {
                throw e;
            }
            move(tries - 1);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!settled) {
            settled = true;
            Files.deleteIfExists(temporary);
        }
    }

    /** Whoever seals into it closes it; the file stays open until commit has made it durable. */
    private static final class KeptOpen extends FilterOutputStream {
        private final EarlyForce early;

        KeptOpen(OutputStream out, EarlyForce early) {
            super(out);
            this.early = early;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            early.wrote(length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
