package si.vpogled.storage.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import si.vpogled.storage.Grant;
import si.vpogled.storage.StoreException;

/** Grants as files. */
public final class GrantFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private GrantFile() {}

    /** As a job finds it. */
    public static String write(Grant grant) {
        try {
            return JSON.writerFor(Grant.class).writeValueAsString(grant);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A grant cannot be written as JSON", e);
        }
    }

    /** @throws StoreException where it is none */
    public static Grant read(Path file) throws StoreException {
        try {
            Grant grant = JSON.readValue(Files.readString(file), Grant.class);
            if (grant.version() == Grant.VERSION) {
                return grant;
            }
            throw new StoreException(
                    StoreException.Kind.MISCONFIGURED,
                    "The grant is of version " + grant.version() + ", this job knows version " + Grant.VERSION
                            + ": is its image that of the service?");
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            // what could not be read may let somebody write
            throw new StoreException(
                    StoreException.Kind.MISCONFIGURED, "The file of VPOGLED_GRANT is not there, or is no grant");
        }
    }
}
