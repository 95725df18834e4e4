package si.vpogled.storage.grant;

import java.io.IOException;
import java.time.InstantSource;
import si.vpogled.storage.FolderUploads;
import si.vpogled.storage.Grant;
import si.vpogled.storage.ObjectStore;
import si.vpogled.storage.Uploads;

/** Takes the one object that was granted, whatever it is called. */
public final class GrantedUploads implements Uploads {
    private final Grant grant;
    private final InstantSource clock;

    public GrantedUploads(Grant grant, InstantSource clock) {
        this.grant = grant;
        this.clock = clock;
    }

    @Override
    public ObjectStore.Upload create(String key) throws IOException {
        return switch (grant) {
            case Grant.Parts parts -> new PartsUpload(parts, clock);
            case Grant.InFolder folder -> new FolderUploads(folder).create(key);
        };
    }
}
