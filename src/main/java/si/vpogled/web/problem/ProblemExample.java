package si.vpogled.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import si.vpogled.text.Language;

/** A problem as the API's description shows it. */
public final class ProblemExample {
    private ProblemExample() {}

    /** Its JSON, in English. */
    public static Map<String, Object> of(ProblemKind kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", kind.type().toString());
        json.put("status", kind.status());
        json.put("title", title(kind));
        json.put("detail", ProblemText.detail(kind, Language.EN, "…"));
        return json;
    }

    /** Its title, in English. */
    public static String title(ProblemKind kind) {
        return ProblemText.title(kind, Language.EN);
    }
}
