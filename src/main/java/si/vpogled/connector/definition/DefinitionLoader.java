package si.vpogled.connector.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.connector.Transport;
import si.vpogled.connector.Transports;
import si.vpogled.storage.seal.Sha256;
import si.vpogled.yaml.InvalidFileException;
import si.vpogled.yaml.Problem;
import si.vpogled.yaml.YamlDocument;

/**
 * Reads the definitions of an installation, all or none: whatever is wrong in any of them is told at once, each
 * problem with file, line and column.
 */
public final class DefinitionLoader {
    /** The connectors that come along, {@code /connectors/<name>.yaml} on the class path. */
    public static final List<String> BUILT_IN =
            List.of("billing", "dostavljalec", "hosting", "website-builder", "whois-domain");

    private static final int MAX_BYTES = 1_000_000;

    private final DefinitionReader reader;

    /** For the transports that are installed. */
    public DefinitionLoader() {
        this(Transports.installed());
    }

    /** @param transports by name */
    public DefinitionLoader(Map<String, Transport> transports) {
        this.reader = new DefinitionReader(transports);
    }

    /**
     * Every {@code *.yaml} of a folder, in the order of their names.
     *
     * @throws InvalidFileException with every problem of every file
     */
    public Definitions fromFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> definitions = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (definitions.isEmpty()) {
                throw new InvalidFileException(Problem.of(folder.toString(), "holds no *.yaml"));
            }
            return load(definitions.stream()
                    .<Input>map(file -> () -> reader.read(YamlDocument.read(file, MAX_BYTES)))
                    .toList());
        } catch (IOException e) {
            throw new InvalidFileException(Problem.of(folder.toString(), "cannot be read as a folder of definitions"));
        }
    }

    /** The definitions that come along; each was checked by itself when this was built. */
    public Definitions builtIn() {
        return load(BUILT_IN.stream()
                .<Input>map(name -> () -> reader.readAgain(resource(name)))
                .toList());
    }

    /**
     * The definition of one connector alone, for a run of it: nothing is said of the others, which the service checked
     * when it started. One that comes along was checked when this was built, and is not checked again; nor is the very
     * file that the service checked.
     *
     * @param folder of the definitions; empty for those that come along
     * @param checked the SHA-256 of the file that the service checked, in hexadecimal; empty where it checked none
     * @throws InvalidFileException with every problem of its file
     */
    public Optional<ConnectorDefinition> only(String connector, Optional<Path> folder, Optional<String> checked) {
        if (folder.isEmpty()) {
            return BUILT_IN.contains(connector)
                    ? Optional.of(reader.readAgain(resource(connector)).definition())
                    : Optional.empty();
        }
        Path file = folder.get().resolve(connector + ".yaml");
        return Files.isRegularFile(file)
                ? Optional.of(read(YamlDocument.read(file, MAX_BYTES), checked).definition())
                : Optional.empty();
    }

    private DefinitionFile read(YamlDocument document, Optional<String> checked) {
        return checked.isPresent() && checked.get().equals(Sha256.hex(document.content()))
                ? reader.readAgain(document)
                : reader.read(document);
    }

    private static YamlDocument resource(String connector) {
        String name = "/connectors/" + connector + ".yaml";
        try (InputStream in = DefinitionLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InvalidFileException(Problem.of(name, "is not on the class path"));
            }
            return YamlDocument.read(name, in, MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Definitions load(List<Input> inputs) {
        List<Problem> problems = new ArrayList<>();
        List<DefinitionFile> files = new ArrayList<>();
        for (Input input : inputs) {
            try {
                files.add(input.read());
            } catch (InvalidFileException e) {
                problems.addAll(e.problems());
            }
        }
        problems.addAll(new ChecksAcross(files).problems());
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return new Definitions(
                files.stream().map(DefinitionFile::definition).toList(),
                files.stream().flatMap(file -> file.answers().stream()).toList(),
                files.stream().flatMap(file -> file.variables().stream()).toList(),
                files.stream()
                        .collect(Collectors.toMap(file -> file.definition().connector(), DefinitionFile::checksum)));
    }

    private interface Input {
        DefinitionFile read();
    }
}
