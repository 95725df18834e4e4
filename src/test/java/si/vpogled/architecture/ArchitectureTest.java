package si.vpogled.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Stream;
import si.vpogled.text.Text;

/** The rules that keep the picture in the README true. */
@AnalyzeClasses(packages = "si.vpogled", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Top to bottom: a package may use those below it, never those above. */
    private static final List<String> LAYERS = List.of(
            "web",
            "fulfilment",
            "erasure",
            "bundle",
            "collection",
            "correspondence",
            "letter",
            "request",
            "staff",
            "connector",
            "inventory",
            "law",
            "storage",
            "schedule",
            "subject",
            "yaml",
            "text");

    @ArchTest
    static final ArchRule arrows_point_down_only = arrows();

    private static ArchRule arrows() {
        Architectures.LayeredArchitecture layered =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage("si.vpogled..");
        for (String layer : LAYERS) {
            layered = layered.optionalLayer(layer).definedBy("si.vpogled." + layer + "..");
        }
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(0, i).toArray(String[]::new);
            layered = i == 0
                    ? layered.whereLayer(LAYERS.getFirst()).mayNotBeAccessedByAnyLayer()
                    : layered.whereLayer(LAYERS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        return layered;
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("si.vpogled.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_within_a_feature_have_no_cycles =
            slices().matching("si.vpogled.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_package_is_in_the_picture = classes()
            .should()
            .resideInAnyPackage(
                    LAYERS.stream().map(layer -> "si.vpogled." + layer + "..").toArray(String[]::new))
            .orShould()
            .haveSimpleName("package-info");

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Service)");

    @ArchTest
    static final ArchRule entities_are_package_private =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    /** Return types, record components and what they are filled with: what the web knows nothing of, it cannot write. */
    @ArchTest
    static final ArchRule no_entity_is_ever_serialised = noClasses()
            .that()
            .resideInAPackage("si.vpogled.web..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule no_entity_crosses_its_border = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(new ArchCondition<>("have no entity in their signature") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean entity = Stream.concat(
                                    method.getReturnType().getAllInvolvedRawTypes().stream(),
                                    method.getParameterTypes().stream()
                                            .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                            .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                    events.add(new SimpleConditionEvent(method, !entity, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule the_api_answers_in_shapes_of_its_own = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("si.vpogled.web.api..")
            .and()
            .areMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class)
            .should(new ArchCondition<>("return types of the web, or none of ours") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean own = method.getReturnType().getAllInvolvedRawTypes().stream()
                            .map(JavaClass::getPackageName)
                            .allMatch(name -> name.startsWith("si.vpogled.web.") || !name.startsWith("si.vpogled"));
                    events.add(new SimpleConditionEvent(method, own, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule the_job_needs_no_framework = noClasses()
            .that()
            .resideInAnyPackage("si.vpogled.connector..", "si.vpogled.text..", "si.vpogled.yaml..", "si.vpogled.law..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta.enterprise..", "jakarta.inject..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule the_client_of_s3_stays_in_its_place = noClasses()
            .that()
            .resideOutsideOfPackage("si.vpogled.storage.s3..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..");

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** They stand under {@code /texts}, where both languages are looked after. */
    @ArchTest
    static final ArchRule no_sentences_stand_in_code = noClasses()
            .that()
            .resideOutsideOfPackage("si.vpogled.text..")
            .should()
            .callConstructor(Text.class, String.class, String.class);

    @ArchTest
    static final ArchRule no_reactive_types_in_signatures = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("si.vpogled..")
            .and()
            .areDeclaredInClassesThat()
            // whose signature is the framework's
            .areNotAssignableTo(io.quarkus.security.identity.IdentityProvider.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(io.quarkus.security.identity.SecurityIdentityAugmentor.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(io.quarkus.oidc.TokenStateManager.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism.class)
            .should()
            .notHaveRawReturnType(DescribedPredicate.describe(
                    "a reactive type", (JavaClass type) -> type.getPackageName().startsWith("io.smallrye.mutiny")));
}
