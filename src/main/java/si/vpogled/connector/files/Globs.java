package si.vpogled.connector.files;

import java.util.List;
import org.apache.sshd.common.util.SelectorUtils;

/** Which paths below a root are wanted: {@code *} within a name, {@code **} for any number of folders. */
record Globs(List<String> include, List<String> exclude) {
    Globs {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    boolean wants(String path) {
        return (include.isEmpty() || any(include, path)) && !any(exclude, path);
    }

    /** Whether nothing beneath a folder can be wanted. */
    boolean excludesFolder(String path) {
        return exclude.stream().anyMatch(glob -> glob.endsWith("/**") && matches(glob, path + "/"));
    }

    /** Whether something beneath a folder can be wanted, by how deep what is included lies. */
    boolean reach(String path) {
        return include.isEmpty()
                || include.stream().anyMatch(glob -> glob.contains("**") || segments(glob) > segments(path));
    }

    private static int segments(String path) {
        return path.split("/").length;
    }

    private static boolean any(List<String> globs, String path) {
        return globs.stream().anyMatch(glob -> matches(glob, path));
    }

    private static boolean matches(String glob, String path) {
        return SelectorUtils.matchPath(glob, path, "/", true);
    }
}
