package si.vpogled.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.WorldProcess;
import si.vpogled.demo.server.MailServer;
import si.vpogled.demo.server.MariaDbServer;
import si.vpogled.demo.server.PostgresServer;
import si.vpogled.demo.server.SftpServer;
import si.vpogled.testing.S3Server;

/** {@code make quick} runs what is not tagged {@code slow}; it would be neither quick nor a unit test with a server. */
@AnalyzeClasses(packages = "si.vpogled", importOptions = ImportOption.OnlyIncludeTests.class)
class QuickTestsTest {
    private static final Set<String> SERVERS = Stream.of(
                    MariaDbServer.class,
                    PostgresServer.class,
                    SftpServer.class,
                    S3Server.class,
                    MailServer.class,
                    DemoWorld.class,
                    WorldProcess.class,
                    ServiceProcess.class)
            .map(Class::getName)
            .collect(toUnmodifiableSet());

    @ArchTest
    static final ArchRule quick_tests_start_no_server = classes()
            .that(areQuickTests())
            .should(new ArchCondition<>("reach no server of the demo world") {
                @Override
                public void check(JavaClass test, ConditionEvents events) {
                    Set<JavaClass> reached = new HashSet<>();
                    reach(test, reached);
                    reached.stream()
                            .filter(type -> SERVERS.contains(type.getName()))
                            .forEach(server -> events.add(SimpleConditionEvent.violated(
                                    test, test.getName() + " reaches " + server.getName())));
                }
            });

    /** Over our own test and demo classes only. */
    private static void reach(JavaClass from, Set<JavaClass> reached) {
        if (from.getPackageName().startsWith("si.vpogled") && reached.add(from) && !SERVERS.contains(from.getName())) {
            from.getDirectDependenciesFromSelf()
                    .forEach(dependency -> reach(dependency.getTargetClass().getBaseComponentType(), reached));
        }
    }

    private static DescribedPredicate<JavaClass> areQuickTests() {
        return DescribedPredicate.describe(
                "tests that `make quick` runs",
                type -> type.isTopLevelClass()
                        && type.getSimpleName().endsWith("Test")
                        && !type.isAnnotatedWith(QuarkusTest.class)
                        && !type.getPackageName().endsWith(".architecture")
                        && !slow(type.reflect()));
    }

    /** Looked up as JUnit does: from a superclass too. */
    private static boolean slow(Class<?> type) {
        return Arrays.stream(type.getAnnotationsByType(Tag.class))
                .anyMatch(tag -> tag.value().equals("slow"));
    }
}
