package si.vpogled.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import si.vpogled.law.RefusalGround;
import si.vpogled.request.Right;
import si.vpogled.request.State;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.subject.ProofMethod;
import si.vpogled.text.Language;
import si.vpogled.web.input.OneOf;

/** The keys that the API names are those of the model, and its description names the same. */
class ApiKeysTest {
    private static final String STAFF = "si.vpogled.web.api.staff.";

    @Test
    void rights() throws ReflectiveOperationException {
        assertThat(keys(SubmissionBody.class, "right"))
                .containsExactly(Arrays.stream(Right.values()).map(Right::key).toArray(String[]::new));
        assertThat(parameter("right")).containsExactlyElementsOf(keys(SubmissionBody.class, "right"));
    }

    @Test
    void languages() {
        assertThat(keys(SubmissionBody.class, "language"))
                .containsExactly(
                        Arrays.stream(Language.values()).map(Language::tag).toArray(String[]::new));
    }

    @Test
    void states() throws ReflectiveOperationException {
        assertThat(parameter("state")).containsExactlyElementsOf(State.KEYS);
    }

    @Test
    void kinds_of_identifier() throws ReflectiveOperationException {
        assertThat(keys(staff("ProvedIdentifier"), "kind"))
                .containsExactly(Stream.of(IdentifierKind.values())
                        .map(IdentifierKind::key)
                        .toArray(String[]::new));
        assertThat(keys(SubmissionBody.StatedIdentifier.class, "kind"))
                .isSubsetOf(keys(staff("ProvedIdentifier"), "kind"));
    }

    @Test
    void grounds_and_proofs() throws ReflectiveOperationException {
        assertThat(keys(staff("RefusalBody"), "ground")).containsExactly(grounds(RefusalGround.Scope.REQUEST));
        assertThat(keys(staff("WithholdingBody"), "ground")).containsExactly(grounds(RefusalGround.Scope.ENTRY));
        assertThat(keys(staff("IdentityCheckBody"), "method"))
                .containsExactly(Stream.of(ProofMethod.values())
                        .filter(ProofMethod::byStaff)
                        .map(ProofMethod::key)
                        .toArray(String[]::new));
    }

    private static String[] grounds(RefusalGround.Scope scope) {
        return RefusalGround.of(scope).stream().map(RefusalGround::key).toArray(String[]::new);
    }

    private static Class<?> staff(String body) throws ClassNotFoundException {
        return Class.forName(STAFF + "StaffBodies$" + body);
    }

    private static List<String> keys(Class<?> body, String component) {
        RecordComponent found = Arrays.stream(body.getRecordComponents())
                .filter(one -> one.getName().equals(component))
                .findFirst()
                .orElseThrow();
        List<String> keys = List.of(found.getAnnotation(OneOf.class).value());
        try {
            assertThat(body.getDeclaredField(component)
                            .getAnnotation(Schema.class)
                            .enumeration())
                    .containsExactlyElementsOf(keys);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    private static List<String> parameter(String name) throws ReflectiveOperationException {
        return List.of(Class.forName(STAFF + "ListFilter")
                .getDeclaredField(name)
                .getAnnotation(OneOf.class)
                .value());
    }
}
