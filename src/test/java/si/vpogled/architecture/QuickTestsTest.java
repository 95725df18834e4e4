package si.vpogled.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import si.vpogled.demo.DemoWorld;
import si.vpogled.demo.ServiceProcess;
import si.vpogled.demo.WorldProcess;
import si.vpogled.demo.server.MailServer;
import si.vpogled.demo.server.MariaDbServer;
import si.vpogled.demo.server.PostgresServer;
import si.vpogled.demo.server.SftpServer;

/** {@code make quick} runs what is not tagged {@code slow}; it would be neither quick nor a unit test with a server. */
@AnalyzeClasses(packages = "si.vpogled")
class QuickTestsTest {
    @ArchTest
    static final ArchRule quick_tests_start_no_server = noClasses()
            .that(areQuickTests())
            .should()
            .transitivelyDependOnClassesThat(belongToAnyOf(
                    MariaDbServer.class,
                    PostgresServer.class,
                    SftpServer.class,
                    MailServer.class,
                    DemoWorld.class,
                    WorldProcess.class,
                    ServiceProcess.class));

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
