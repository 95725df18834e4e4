package si.vpogled.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.storage.StoreSettings;

/** The variables that the service reads: from its own sources, and from what the framework says of itself. */
final class KnownSettings {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SINGLE = Pattern.compile("(?<!prefix = )\"(vpogled(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PREFIX = Pattern.compile("PREFIX = \"(vpogled[a-z0-9.-]*\\.)\"");
    private static final Pattern PREFIXED = Pattern.compile("PREFIX \\+ \"([a-z0-9.-]+)\"");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private KnownSettings() {}

    static Set<String> ours() {
        Set<String> names = new HashSet<>();
        sources().forEach(source -> {
            String text = read(source);
            found(SINGLE, text).forEach(names::add);
            found(PREFIX, text).forEach(prefix -> found(PREFIXED, text).forEach(name -> names.add(prefix + name)));
            if (text.contains("@ConfigMapping(")) {
                Class<?> mapping = type(source);
                groups(mapping, mapping.getAnnotation(ConfigMapping.class).prefix())
                        .forEach(names::add);
            }
        });
        return names.stream().map(StoreSettings::variable).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Stream<String> groups(Class<?> mapping, String prefix) {
        return Stream.of(mapping.getMethods())
                .filter(method ->
                        Modifier.isAbstract(method.getModifiers()) && !method.isAnnotationPresent(WithParentName.class))
                .flatMap(method -> {
                    String name = prefix + "." + name(method);
                    Class<?> type = method.getReturnType();
                    return type.isInterface() && type.getName().startsWith("si.vpogled.")
                            ? groups(type, name)
                            : Stream.of(name);
                });
    }

    private static String name(Method method) {
        return Optional.ofNullable(method.getAnnotation(WithName.class))
                .map(WithName::value)
                .orElseGet(() -> method.getName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    /** Those that are read when it starts; others are fixed when the image is made. */
    static Set<String> ofTheFramework() {
        try {
            Set<String> names = new HashSet<>();
            for (URL model :
                    Collections.list(KnownSettings.class.getClassLoader().getResources(MODEL))) {
                collect(new ObjectMapper().readTree(model), names);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.path("phase").asText().equals("RUN_TIME")) {
            names.add(node.at("/path/environmentVariable").asText());
        }
        node.forEach(child -> collect(child, names));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(Path source) {
        String path = SOURCES.relativize(source).toString();
        try {
            return Class.forName(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
