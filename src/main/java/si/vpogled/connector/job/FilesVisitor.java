package si.vpogled.connector.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;
import si.vpogled.connector.definition.ConnectorDefinition.Form;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.EntryDraft;
import si.vpogled.connector.extract.ExtractWriter;
import si.vpogled.connector.extract.UnreadableContentException;

/** Writes files as they are. */
final class FilesVisitor implements Visitor {
    private final Reading reading;
    private final Portion portion;
    private final ExtractWriter extract;
    private final Meter meter;
    private final LeftAsides leftAsides;
    private String account = "";
    private long files;
    private boolean contentRead;

    FilesVisitor(Reading reading, Portion portion, ExtractWriter extract, Meter meter, LeftAsides leftAsides) {
        this.reading = reading;
        this.portion = portion;
        this.extract = extract;
        this.meter = meter;
        this.leftAsides = leftAsides;
    }

    /** Files that come now belong to this one of several accounts. */
    void account(String name) {
        account = name.replace('/', '_') + '/';
    }

    long files() {
        return files;
    }

    /** A mailbox none of whose messages could be read is a file still, an empty one. */
    boolean anythingRead() {
        return portion.collection().as() == Form.MAIL ? contentRead : files > 0;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        throw new ConnectorException(FaultKind.MISCONFIGURED, "A collection of files was answered with rows");
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        reading.check();
        try (InputStream content = file.content().open()) {
            write(file, content);
            files++;
        } catch (IOException e) {
            switch (e instanceof UnreadableContentException unreadable ? unreadable.getCause() : e) {
                case NoSuchFileException _ -> leftAside(LeftAside.VANISHED);
                case AccessDeniedException _ -> leftAside(LeftAside.FORBIDDEN);
                case IOException broken -> throw broken(broken);
            }
        }
    }

    private void write(FoundFile file, InputStream content) throws IOException, ConnectorException {
        EntryDraft draft = new EntryDraft(
                portion.folder() + '/' + inAccount(file.name()),
                portion.collection().id(),
                portion.carried(),
                kind(file.mediaType()),
                file.mediaType(),
                file.modified());
        InputStream watched = reading.content(content);
        reading.write(() -> {
            meter.add(1, 0);
            long before = meter.bytes();
            extract.file(draft, watched);
            contentRead |= meter.bytes() > before;
        });
    }

    /** Some backends name the account themselves. */
    private String inAccount(String name) {
        return name.startsWith(account) ? name : account + name;
    }

    private Entry.Kind kind(String mediaType) {
        if (mediaType.startsWith("application/rdap+json")) {
            return Entry.Kind.RDAP;
        }
        return portion.collection().as() == Form.MAIL ? Entry.Kind.MAIL : Entry.Kind.FILE;
    }

    /** The transport's own word for it where there is one. */
    private static ConnectorException broken(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectorException fault) {
                return fault;
            }
        }
        return new ConnectorException(FaultKind.UNAVAILABLE, "The content of a file broke off");
    }

    @Override
    public void leftAside(LeftAside reason) {
        leftAsides.add(reason);
    }
}
