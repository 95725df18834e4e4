package si.vpogled.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where in the whole database a word stands: in which column of which table. */
@Singleton
public class Traces {
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = current_schema() and table_type = 'BASE TABLE'";
    private static final String ROWS = "select cast(to_jsonb(one) as text) from \"%s\" one"
            + " where position(:word in cast(one as text)) > 0 or position(:bytes in cast(one as text)) > 0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;

    Traces(EntityManager database) {
        this.database = database;
    }

    /**
     * @param word a rare one, of lower-case letters and digits
     * @return by {@code table.column}, what follows the word and a hyphen there
     */
    public Map<String, Set<String>> of(String word) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Set<String>> traces = new TreeMap<>();
            for (Object table : database.createNativeQuery(TABLES, String.class).getResultList()) {
                for (JsonNode row : rows((String) table, word)) {
                    row.properties().forEach(column -> add(traces, table + "." + column.getKey(), column, word));
                }
            }
            return traces;
        });
    }

    private static void add(
            Map<String, Set<String>> traces, String place, Map.Entry<String, JsonNode> column, String word) {
        Set<String> found = follow(column.getValue(), word);
        if (!found.isEmpty()) {
            traces.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(found);
        }
    }

    private List<JsonNode> rows(String table, String word) {
        List<?> rows = database.createNativeQuery(ROWS.formatted(table), String.class)
                .setParameter("word", word)
                .setParameter("bytes", hex(word))
                .getResultList();
        return rows.stream().map(String.class::cast).map(Traces::read).toList();
    }

    private static Set<String> follow(JsonNode value, String word) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        Set<String> found = new TreeSet<>();
        Pattern.compile(word + "-([a-z]+)").matcher(text).results().forEach(one -> found.add(one.group(1)));
        if (text.contains(hex(word))) {
            found.add("in bytes");
        }
        return found;
    }

    private static String hex(String word) {
        return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
