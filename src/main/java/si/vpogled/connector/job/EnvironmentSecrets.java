package si.vpogled.connector.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.SourceContext.Secrets;

/**
 * A connector's secrets: the file {@code <VPOGLED_SECRETS_DIR>/<connector>/<name>}, without the line's end, or the
 * variable {@code VPOGLED_SECRET_<CONNECTOR>_<NAME>}.
 */
public final class EnvironmentSecrets implements Secrets {
    public static final String FOLDER = "VPOGLED_SECRETS_DIR";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_BYTES = 64 << 10;

    private final String connector;
    private final Map<String, String> environment;

    public EnvironmentSecrets(String connector, Map<String, String> environment) {
        this.connector = connector;
        this.environment = environment;
    }

    @Override
    public String secret(String name) throws ConnectorException {
        if (!NAME.matcher(name).matches() || !NAME.matcher(connector).matches()) {
            throw new ConnectorException(FaultKind.MISCONFIGURED, "A secret's name is lower-case words with hyphens");
        }
        String folder = environment.get(FOLDER);
        if (folder != null) {
            Path file = Path.of(folder, connector, name);
            if (Files.exists(file)) {
                return read(file, name);
            }
        }
        String variable = "VPOGLED_SECRET_" + upper(connector) + '_' + upper(name);
        String value = environment.get(variable);
        if (value == null) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The secret " + name + " of " + connector + " is not set: put it into the file " + connector + '/'
                            + name + " of the folder " + FOLDER + ", or into the variable " + variable);
        }
        return value;
    }

    private String read(Path file, String name) throws ConnectorException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new NoSuchFileException(file.toString());
            }
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED,
                    "The file of the secret " + name + " of " + connector + " cannot be read: it is text of at most "
                            + MAX_BYTES + " bytes that this process may read");
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
