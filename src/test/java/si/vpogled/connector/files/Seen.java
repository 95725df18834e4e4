package si.vpogled.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor;

/** A visitor that keeps all it is shown. */
final class Seen implements Visitor {
    final Map<String, String> files = new LinkedHashMap<>();
    final Map<String, FoundFile> found = new LinkedHashMap<>();
    final List<Map<String, Object>> rows = new ArrayList<>();
    final List<LeftAside> leftAside = new ArrayList<>();
    private final List<String> places;
    private Runnable beforeContent = () -> {};

    Seen(String... places) {
        this.places = List.of(places);
    }

    /** Something that happens when a file is shown, before its content is read. */
    Seen beforeContent(Runnable happens) {
        beforeContent = happens;
        return this;
    }

    @Override
    public void row(Row row) throws ConnectorException {
        Map<String, Object> values = new TreeMap<>();
        for (String place : places) {
            Optional<Object> value = row.value(place);
            value.ifPresent(present -> values.put(place, present));
        }
        rows.add(values);
    }

    @Override
    public void file(FoundFile file) throws ConnectorException {
        beforeContent.run();
        found.put(file.name(), file);
        try (InputStream in = file.content().open()) {
            files.put(file.name(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // as an engine would that knows nothing of the transport
            throw new ConnectorException(FaultKind.DEFECT, "reading failed");
        }
    }

    @Override
    public void leftAside(LeftAside reason) {
        leftAside.add(reason);
    }
}
