package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.Reads.yaml;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Source;

/** Which folder a subject has, and that a folder which is not there is not taken for nothing held. */
interface FindsRoots extends ShownFolder {
    @Test
    default void holdsNothingOfAnAccountThatIsNotThere() throws Exception {
        write("home/other/x", "x");

        Seen seen = read(TREE, account("ana"));

        assertThat(seen.files).isEmpty();
        assertThat(seen.leftAside).isEmpty();
    }

    @Test
    default void findsAMissingRootAFaultWhereTheReadSaysSo() throws Exception {
        write("home/other/x", "x");

        assertThat(fault("{mode: tree, root: 'home/{hosting-account}', missing: fault}", account("ana")))
                .isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    default void findsAFolderOfAllAccountsThatIsNotThereAFault() throws Exception {
        write("elsewhere/ana/x", "x");

        assertThat(fault(TREE, account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    default void findsAnEmptySourceUnavailableRatherThanNothingHeld() {
        assertThat(fault(TREE, account("ana"))).isEqualTo(FaultKind.UNAVAILABLE);
        assertThat(fault("{mode: tree, root: '{hosting-account}'}", account("ana")))
                .isEqualTo(FaultKind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "../ana", "a\\b"})
    default void usesNoIdentifierAsAPathThatIsNoName(String name) throws Exception {
        write("home/ana/x", "x");

        assertThat(fault(TREE, account(name))).isEqualTo(FaultKind.DEFECT);
    }

    @Test
    default void refusesAReadThatWouldGiveOneSubjectTheFilesOfAll() throws Exception {
        write("home/ana/x", "x");

        assertThat(fault("{mode: tree, root: home}", account("ana"))).isEqualTo(FaultKind.MISCONFIGURED);
    }

    @Test
    default void testsAReadWithoutAnAccount() throws Exception {
        write("home/ana/x", "x");
        write("logs/panel.log", "x");

        try (Source source = source()) {
            source.test(yaml(TREE), List.of());
            source.test(yaml(LIST), List.of("name", "size", "modified"));
            source.test(yaml(LOG), List.of("at", "user", "ip"));
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.test(yaml(LOG), List.of("usr")))
                    .withMessageContaining("usr");
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(() -> source.test(yaml("{mode: tree, root: 'hom/{hosting-account}'}"), List.of()))
                    .matches(e -> e.kind() == FaultKind.MISCONFIGURED);
        }
    }
}
