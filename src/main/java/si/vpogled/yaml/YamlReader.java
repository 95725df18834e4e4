package si.vpogled.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the tree from the parser's events, so that nothing is ever expanded: one node for each node of the text. Without
 * switches over patterns, for which the JVM makes classes anew at each start of a job.
 */
final class YamlReader {
    /** After the pointer of a value, the place of its key; "~" alone is no part of a JSON Pointer, so none is equal. */
    static final String KEY = "~";

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, YamlDocument.Place> places = new HashMap<>();
    private Parser events;

    YamlReader(String name) {
        this.name = name;
    }

    YamlDocument read(byte[] bytes) {
        String text = new Utf8Text(name).decode(bytes);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            events = new ParserImpl(new StreamReader(text), options);
            return document(bytes);
        } catch (MarkedYAMLException e) {
            problems.add(syntax(e));
            throw new InvalidFileException(problems);
        } catch (YAMLException e) {
            throw new InvalidFileException(Problem.of(name, "is not YAML: " + e.getMessage()));
        }
    }

    private YamlDocument document(byte[] bytes) {
        next(); // start of stream
        if (next().is(Event.ID.StreamEnd)) {
            throw new InvalidFileException(Problem.of(name, "is empty"));
        }
        JsonNode tree = node(next(), "", 0);
        next(); // end of document
        Event after = next();
        if (!after.is(Event.ID.StreamEnd)) {
            report(after, "a second document starts here; a file holds one");
        }
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return new YamlDocument(name, bytes, tree, places);
    }

    private JsonNode node(Event event, String pointer, int depth) {
        places.putIfAbsent(pointer, place(event.getStartMark()));
        if (depth > YamlDocument.MAX_DEPTH) {
            report(event, "nested deeper than " + YamlDocument.MAX_DEPTH + " levels");
            throw new InvalidFileException(problems);
        }
        refuseIndirection(event);
        if (event instanceof ScalarEvent scalar) {
            return PlainScalar.of(scalar);
        }
        if (event instanceof CollectionStartEvent) {
            return event.is(Event.ID.MappingStart) ? mapping(pointer, depth) : sequence(pointer, depth);
        }
        return JsonNodeFactory.instance.nullNode(); // an alias, already reported
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event key = next(); !key.is(Event.ID.MappingEnd); key = next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                report(key, "a key must be plain text");
                throw new InvalidFileException(problems);
            }
            refuseIndirection(key);
            String child = pointer + '/' + YamlDocument.escape(scalar.getValue());
            YamlDocument.Place first = places.putIfAbsent(child + KEY, place(key.getStartMark()));
            if (first != null) {
                report(key, "the key " + scalar.getValue() + " stands already on line " + first.line());
            }
            JsonNode value = node(next(), child, depth + 1);
            object.set(scalar.getValue(), value);
        }
        return object;
    }

    private ArrayNode sequence(String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Event item = next(); !item.is(Event.ID.SequenceEnd); item = next()) {
            array.add(node(item, pointer + '/' + array.size(), depth + 1));
        }
        return array;
    }

    private void refuseIndirection(Event event) {
        if (event instanceof AliasEvent alias) {
            report(event, "the alias *" + alias.getAnchor() + " is not allowed: write the value out");
            return;
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            report(event, "the anchor &" + node.getAnchor() + " is not allowed");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
        } else if (event instanceof CollectionStartEvent start) {
            refuseTag(event, start.getTag());
        }
    }

    private void refuseTag(Event event, String tag) {
        if (tag != null) {
            report(event, "the tag " + tag + " is not allowed");
        }
    }

    private Event next() {
        return events.getEvent();
    }

    private void report(Event event, String reason) {
        YamlDocument.Place place = place(event.getStartMark());
        problems.add(new Problem(name, place.line(), place.column(), reason));
    }

    private Problem syntax(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        String reason = e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
        return mark == null
                ? Problem.of(name, reason)
                : new Problem(name, mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    private static YamlDocument.Place place(Mark mark) {
        return new YamlDocument.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
