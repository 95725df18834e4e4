package si.vpogled.web.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import si.vpogled.storage.seal.Sha256;

/** How a form that was not sent yet is kept. */
final class DraftFormat {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DraftFormat() {}

    static FormDraft read(String content) {
        try {
            return JSON.readValue(content, FormDraft.class);
        } catch (JsonProcessingException e) {
            // the cause would quote the answers
            throw new IllegalStateException("A form's draft is not of this version: " + e.getClass());
        }
    }

    static String write(FormDraft draft) {
        return json(draft);
    }

    /** The same for the same answers, and for no others. */
    static String digest(RequestForm form) {
        return Sha256.hex(json(form));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's draft can be written: " + e.getClass());
        }
    }
}
