package si.vpogled.connector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.Fault;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Order;
import si.vpogled.connector.Outcome;
import si.vpogled.connector.Visitor.LeftAside;
import si.vpogled.connector.extract.Entry;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.Identifier.CustomerNumber;
import si.vpogled.subject.IdentifierKind;

/** What a run tells where something fails. */
class RunConnectorFaultTest extends MemoryRuns {
    @Test
    void whatCouldNotBeLookedUpIsToldEvenWhereNoItemDependsOnIt() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .fault("accounts", new ConnectorException(FaultKind.UNAVAILABLE, "No answer"));

        Outcome outcome = run(order(List.of(new CustomerNumber("1")), NAME));

        assertThat(outcome.items()).containsExactly(found(NAME, 1));
        assertThat(outcome.unidentified()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(IdentifierKind.HOSTING_ACCOUNT);
            assertThat(one.fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        });
        assertThat(outcome.fault()).as("so that it is tried again").isPresent();
    }

    @Test
    void whereAccountsCannotBeFoundNothingIsCalledNotHeld() throws Exception {
        backend.row("emails", "*", Map.of("number", 1L))
                .fault("accounts", new ConnectorException(FaultKind.REFUSED, "no"))
                .row("contracts", "*", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(EMAIL), NAME, FILES));

        assertThat(outcome.items())
                .containsExactly(found(NAME, 1), failed(FILES, FaultKind.REFUSED, "Source people: no"));
    }

    @Test
    void aSourceThatDoesNotOpenFailsItsOwnItemsAndIsTriedOnce() throws Exception {
        backend.fault("disk", new ConnectorException(FaultKind.MISCONFIGURED, "wrong key"))
                .row("accounts", "1", Map.of("account", "ana"))
                .row("accounts", "1", Map.of("account", "ana2"))
                .row("contracts", "1", Map.of("name", "Ana"));

        Outcome outcome = run(order(List.of(new CustomerNumber("1")), NAME, FILES));

        assertThat(outcome.items())
                .containsExactly(found(NAME, 1), failed(FILES, FaultKind.MISCONFIGURED, "Source disk: wrong key"));
        assertThat(backend.opened).containsExactly("people", "disk");
    }

    @Test
    void aCollectionThatFailsHalfWayIsNotDelivered() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .fault("contracts", new ConnectorException(FaultKind.UNAVAILABLE, "gone"))
                .row("accounts", "1", Map.of("account", "ana"))
                .file("files", "ana", "a.txt", "a");

        Order order = order(List.of(new CustomerNumber("1")), NAME, FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items())
                .containsExactly(failed(NAME, FaultKind.UNAVAILABLE, "Source people: gone"), found(FILES, 1));
        assertThat(ordered.entries(order))
                .extracting(Entry::name)
                .containsExactly("shared-hosting/user-data/files/a.txt");
    }

    @Test
    void whatATransportDidNotForeseeIsADefectWithoutItsWords() throws Exception {
        backend.put("contracts", "1", _ -> {
            throw new IllegalStateException("ana@example.test");
        });

        assertThat(run(order(List.of(new CustomerNumber("1")), NAME)).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.DEFECT);
                    assertThat(item.fault().orElseThrow().message())
                            .contains("IllegalStateException")
                            .doesNotContain("ana");
                });
    }

    @Test
    void whereEveryFileIsForbiddenNothingIsCalledNotHeld() throws Exception {
        backend.brokenFile("files", "ana", new AccessDeniedException("x"))
                .brokenFile("files", "ana", new NoSuchFileException("x"));

        Outcome outcome = run(order(List.of(new Identifier.HostingAccount("ana")), FILES));

        assertThat(outcome.items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.Found.FAILED);
            assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(item.fault().orElseThrow().message()).contains("disk", "files", "right to read");
        });
        assertThat(outcome.remarks()).hasSize(2);
    }

    @Test
    void anExpressionThatBacktracksWithoutEndIsTheDefinitionsFault() throws Exception {
        backend.row("notes", "1", Map.of("slow", "a".repeat(200), "deep", "ab".repeat(20_000)));

        for (String item : List.of(SLOW, DEEP)) {
            assertThat(run(order(List.of(new CustomerNumber("1")), item)).items())
                    .singleElement()
                    .satisfies(one -> {
                        Fault fault = one.fault().orElseThrow();
                        assertThat(fault.kind()).isEqualTo(FaultKind.MISCONFIGURED);
                        assertThat(fault.message()).contains("is redacted backtrack without end");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINK", "SPECIAL_FILE"})
    void whereThereIsNothingButWhatIsNotFollowedNobodyIsToldThatNothingIsHeld(LeftAside reason) throws Exception {
        backend.put("files", "ana", visitor -> visitor.leftAside(reason));

        assertThat(run(order(List.of(new Identifier.HostingAccount("ana")), FILES))
                        .items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
                    assertThat(item.fault().orElseThrow().message())
                            .contains("disk", "files", "nothing but symbolic links");
                });
    }

    @Test
    void aLinkBesideALogThatWasLookedThroughHidesNothing() throws Exception {
        backend.put("contracts", "1", visitor -> {
            visitor.leftAside(LeftAside.LINK);
            visitor.lookedThrough();
        });

        assertThat(run(order(List.of(new CustomerNumber("1")), NAME)).items()).containsExactly(noneHeld(NAME));
    }

    @Test
    void whereTheLogIsForbiddenNobodyIsSaidToBeAbsentFromIt() throws Exception {
        backend.put("contracts", "1", visitor -> visitor.leftAside(LeftAside.FORBIDDEN));

        assertThat(run(order(List.of(new CustomerNumber("1")), NAME)).items())
                .singleElement()
                .satisfies(item -> assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED));
    }

    @Test
    void aFileThatBreaksOffFailsItsItem() throws Exception {
        backend.brokenFile("files", "ana", new IOException("reset"));

        assertThat(run(order(List.of(new Identifier.HostingAccount("ana")), FILES))
                        .items())
                .containsExactly(failed(FILES, FaultKind.UNAVAILABLE, "Source disk: The content of a file broke off"));
    }

    @Test
    void theLimitOfRecordsIsRefusedByName() throws Exception {
        backend.row("contracts", "1", Map.of("name", "Ana"))
                .row("contracts", "1", Map.of("name", "Ana"))
                .file("files", "ana", "a.txt", "a");
        ordered.limits(new Order.Limits(60, 1, 1000));

        Outcome outcome =
                run(order(List.of(new CustomerNumber("1"), new Identifier.HostingAccount("ana")), NAME, FILES));

        assertThat(outcome.items()).allSatisfy(item -> {
            assertThat(item.fault().orElseThrow().kind()).isEqualTo(FaultKind.REFUSED);
            assertThat(item.fault().orElseThrow().message()).contains("1 records", "limits.records");
        });
    }

    @Test
    void theLimitOfBytesIsRefusedAndWhatWasReadBeforeIsDelivered() throws Exception {
        backend.file("files", "ana", "small.txt", "a").file("files", "ana", "big.txt", "x".repeat(5000));
        backend.row("contracts", "1", Map.of("name", "Ana"));
        ordered.limits(new Order.Limits(60, 100, 3000));

        Order order = order(List.of(new CustomerNumber("1"), new Identifier.HostingAccount("ana")), NAME, FILES);
        Outcome outcome = run(order);

        assertThat(outcome.items().getFirst()).isEqualTo(found(NAME, 1));
        assertThat(outcome.items().getLast().fault().orElseThrow().message()).contains("3000 bytes", "limits.bytes");
        assertThat(ordered.entries(order))
                .extracting(Entry::name)
                .contains("shared-hosting/user-data/files/small.txt")
                .doesNotContain("shared-hosting/user-data/files/big.txt");
    }

    @Test
    void anItemThatNoCollectionAnswersForIsAMisconfiguration() throws Exception {
        String unknown = "domains.user-data.files";

        assertThat(run(order(List.of(EMAIL), unknown)).items())
                .extracting(item -> item.fault().map(Fault::kind))
                .containsExactly(Optional.of(FaultKind.MISCONFIGURED));
    }

    @Test
    void aDestinationThatIsTakenAlreadyOrImpossibleIsToldOfTheRunAsAWhole() {
        Order order = order(List.of(EMAIL), NAME);
        Order climbing = new Order(
                1,
                order.run(),
                1,
                order.request(),
                "memory",
                order.operation(),
                order.identifiers(),
                order.items(),
                order.language(),
                "../../etc/extract",
                order.recipient(),
                order.limits());

        assertThatThrownBy(() -> run(climbing)).isInstanceOf(ConnectorException.class);
    }

    @Test
    void aTestTellsWhichPartIsWrong() throws Exception {
        backend.fault("disk", new ConnectorException(FaultKind.MISCONFIGURED, "wrong key"))
                .fault("accounts", new ConnectorException(FaultKind.REFUSED, "no"));

        TestReport report = ordered.test(Map.of());

        assertThat(report.checks())
                .filteredOn(check -> check.fault().isPresent())
                .extracting(check -> check.part() + " " + check.name())
                .containsExactly("SOURCE disk", "IDENTIFY customer-number", "COLLECTION backups", "COLLECTION files");
        assertThat(backend.reads).isEmpty();
    }
}
