package si.vpogled.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Outcome.Found;
import si.vpogled.connector.Outcome.ItemOutcome;
import si.vpogled.connector.extract.Entry;
import si.vpogled.connector.extract.EntryDraft;
import si.vpogled.connector.extract.ExtractWriter;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.seal.Seal;

/** An extract of a given size, of files that do not compress: 10 KB to 2 MB each. */
final class Synthetic {
    private static final Instant MADE = Instant.parse("2026-03-20T10:00:00Z");
    private static final int LARGEST = 2_000_000;
    private final BenchCase to;
    private final byte[] noise = new byte[2 * LARGEST];
    private final Random dice = new Random(7);

    Synthetic(BenchCase to) {
        this.to = to;
        dice.nextBytes(noise);
    }

    void write(long bytes) throws IOException {
        extract(writer -> files(writer, bytes));
    }

    /** As many files as a hosting account with many installations has, of a line each. */
    void lines(int files) throws IOException {
        extract(writer -> {
            for (int i = 0; i < files; i++) {
                file(
                        writer,
                        "wp-content/plugins/vtic-%d/vnosi/%d/datoteka-%d.php".formatted(i / 2_000, i / 50, i),
                        "text/plain",
                        new ByteArrayInputStream(("<?php return " + i + ";\n").getBytes(StandardCharsets.UTF_8)));
            }
            return files;
        });
    }

    private interface Filling {
        long into(ExtractWriter writer) throws IOException;
    }

    private void extract(Filling filling) throws IOException {
        BundlePlan.Extract extract = to.extract();
        to.dropExtract();
        byte[] context = extract.sealContext().getBytes(StandardCharsets.UTF_8);
        try (ObjectStore.Upload upload = to.store().create(extract.key())) {
            try (OutputStream sealed = Seal.to(to.pair().toPublicJWK(), context, upload.stream());
                    ExtractWriter writer = new ExtractWriter(sealed, MADE, to.scratch(), (_, _) -> {})) {
                long files = filling.into(writer);
                writer.finish(new Outcome(
                        1,
                        extract.run(),
                        1,
                        BenchCase.CONNECTOR,
                        MADE,
                        MADE,
                        List.of(new ItemOutcome(BenchCase.FILES, Found.FOUND, files, Optional.empty())),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
            }
            upload.commit();
        }
    }

    private long files(ExtractWriter writer, long bytes) throws IOException {
        long files = 0;
        for (long written = 0; written < bytes; files++) {
            int size = 10_000 + dice.nextInt(dice.nextInt(4) == 0 ? LARGEST - 10_000 : 300_000);
            int from = dice.nextInt(noise.length - size);
            file(
                    writer,
                    "mapa-" + files / 200 + "/slika-" + files + ".jpg",
                    "image/jpeg",
                    new ByteArrayInputStream(noise, from, size));
            written += size;
        }
        return files;
    }

    private static void file(ExtractWriter writer, String name, String type, InputStream bytes) throws IOException {
        writer.file(
                new EntryDraft(
                        "shared-hosting/user-data/files/" + name,
                        "files",
                        List.of(BenchCase.FILES),
                        Entry.Kind.FILE,
                        type,
                        Optional.of(MADE)),
                bytes);
    }
}
