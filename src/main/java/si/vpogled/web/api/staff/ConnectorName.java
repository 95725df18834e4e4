package si.vpogled.web.api.staff;

import java.util.regex.Pattern;
import si.vpogled.request.CaseException;

/** A connector's name in a path. */
final class ConnectorName {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private ConnectorName() {}

    static String of(String typed) {
        if (!NAME.matcher(typed).matches()) {
            throw new CaseException(CaseException.Problem.UNKNOWN_CONNECTOR, "…");
        }
        return typed;
    }
}
