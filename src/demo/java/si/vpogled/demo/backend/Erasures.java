package si.vpogled.demo.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import si.vpogled.demo.server.HttpAnswer;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.HttpQuestion;

/**
 * What was erased of a backend whose records are made when they are asked for: by path, for as long as it runs. Erasing
 * what is gone is no error.
 */
public final class Erasures {
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** Adds a path that can be read until it is erased. */
    public void add(HttpBackend server, String path, HttpBackend.Handler handler) {
        server.get(path, question -> isErased(path(question)) ? gone() : handler.answer(question))
                .route("DELETE", path, this::erase);
    }

    /** Notes that the path of the question is erased, with its parameter {@code email} where it has one. */
    public HttpAnswer erase(HttpQuestion question) {
        String path = path(question);
        if (refused.contains(path)) {
            return HttpAnswer.json(409, Map.of("error", "in use"));
        }
        erased.add(path);
        return HttpAnswer.text(204, "");
    }

    /** Notes that a year of a log, or more, lost who it is about. */
    public HttpAnswer anonymise(HttpQuestion question) {
        String path = path(question).replace("/anonymise", "");
        erased.add(path + '#' + question.parameter("from").orElse("").substring(0, 4));
        return HttpAnswer.text(204, "");
    }

    /** The entries of a log without what was taken out of it. */
    public Listing anonymised(Listing log, HttpQuestion question, String day, String... who) {
        String path = path(question);
        return new Listing(log.total(), index -> {
            Map<String, Object> entry = log.entry().apply(index);
            if (!isErased(path + '#' + entry.get(day).toString().substring(0, 4))) {
                return entry;
            }
            Map<String, Object> rest = new LinkedHashMap<>(entry);
            for (String field : who) {
                rest.put(field, null);
            }
            return rest;
        });
    }

    /** Whether a path was erased, without a slash at its beginning. */
    public boolean isErased(String path) {
        return erased.contains(path);
    }

    /** Has a path refused when it is to be erased. */
    public void refuse(String path) {
        refused.add(path);
    }

    /** Nothing is refused any more. */
    public void allow() {
        refused.clear();
    }

    /** Everything is there again, and nothing is refused. */
    public void forget() {
        erased.clear();
        refused.clear();
    }

    public static HttpAnswer gone() {
        return HttpAnswer.json(404, Map.of("error", "gone"));
    }

    private static String path(HttpQuestion question) {
        return String.join("/", question.path())
                + question.parameter("email").map(email -> "?" + email).orElse("");
    }
}
