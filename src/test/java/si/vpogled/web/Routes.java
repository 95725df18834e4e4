package si.vpogled.web;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.vpogled.web.security.ForSubject;

/** Every route that the classes below {@code web} have, and who may use it. */
public final class Routes {
    /** Data, files, pictures, streams, and what only leads on. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/\\.well-known/.*|/api/.*|.*/attachments/.*|/case/bundles/.*|.*/certificate/.*"
                    + "|/case/events|.*/session|.*/picture|/console/export|/console/sign-in/provider|/request");

    private Routes() {}

    /**
     * @param who {@code everybody}, {@code subject}, or roles of staff
     */
    public record Route(String method, String path, String who) {
        /** With something in the place of each parameter, which need not be there. */
        public String example() {
            return path.replace("{reference}", "VP-0000-0000-0000")
                    .replaceAll("\\{number: [^}]*}}", "1")
                    .replace("{number}", "1")
                    .replaceAll("\\{\\w+: (\\w+)[^}]*}", "$1")
                    .replaceAll("\\{[^}]*}", "x");
        }
    }

    public static List<Route> all() {
        return resources().stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(Routes::of)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    /** What they use is of no interest, and within the service it cannot be read. */
    private static JavaClasses resources() {
        return ArchConfiguration.withThreadLocalScope(only -> {
            only.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPackages("si.vpogled.web");
        });
    }

    /** The paths that show a page, or a part of one. */
    public static Set<String> pages() {
        return all().stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::path)
                .filter(path -> !NO_PAGE.matcher(path).matches())
                .collect(Collectors.toSet());
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verb(method).stream()
                        .map(verb -> new Route(verb, path(resource, method), who(resource, method))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        String path = ("/" + resource.getAnnotation(Path.class).value() + "/" + own).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String who(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(ForSubject.class) || resource.isAnnotationPresent(ForSubject.class)) {
            return "subject";
        }
        return said(method).or(() -> said(resource)).orElse("nobody");
    }

    private static Optional<String> said(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
                .map(roles -> String.join(" ", roles.value()))
                .or(() -> Optional.ofNullable(element.getAnnotation(PermitAll.class))
                        .map(_ -> "everybody"));
    }
}
