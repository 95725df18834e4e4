package si.vpogled.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static si.vpogled.connector.files.Reads.account;
import static si.vpogled.connector.files.ShownFolder.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import si.vpogled.connector.FaultKind;
import si.vpogled.connector.Visitor.LeftAside;

/** Maildirs, a mailbox of each folder. */
interface ReadsMail extends ShownFolder {
    @Test
    default void makesOneMboxOfEachMailFolder() throws Exception {
        write("home/ana/mail/cur/1700000000.M1.host:2,S", "Return-Path: <peter@primer.si>\nSubject: a\n\nFrom here\n");
        write("home/ana/mail/new/1700000001.M2.host", "Subject: b\r\n\r\nno end");
        write("home/ana/mail/tmp/1700000002.M3.host", "half delivered");
        write("home/ana/mail/.Poslana po&AWE-ta.2025/cur/1600000000.M4.host:2,", "Subject: c\n\n>From x\n");
        Files.createDirectories(folder().resolve("home/ana/mail/.Prazno/cur"));

        Seen seen = read(MAIL, account("ana"));

        assertThat(seen.files).containsExactly(Map.entry("INBOX.mbox", """
                                From peter@primer.si Tue Nov 14 22:13:20 2023
                                Return-Path: <peter@primer.si>
                                Subject: a

                                >From here

                                From MAILER-DAEMON Tue Nov 14 22:13:21 2023
                                Subject: b

                                no end

                                """), Map.entry("Poslana pošta.2025.mbox", """
                                From MAILER-DAEMON Sun Sep 13 12:26:40 2020
                                Subject: c

                                >>From x

                                """));
        assertThat(seen.found.get("INBOX.mbox").mediaType()).isEqualTo("application/mbox");
    }

    @Test
    default void findsTheMailboxesOfSeveralAddresses() throws Exception {
        write("home/ana/mail/primer.si/info/cur/1", "Subject: 1\n\n");
        write("home/ana/mail/primer.si/info/.Sent/cur/2", "Subject: 2\n\n");
        write("home/ana/mail/primer.si/ana/Maildir/new/3", "Subject: 3\n\n");

        assertThat(read(MAIL, account("ana")).files.keySet())
                .containsExactly(
                        "primer.si/ana/Maildir/INBOX.mbox", "primer.si/info/INBOX.mbox", "primer.si/info/Sent.mbox");
    }

    @Test
    default void tellsOfWhatIsNoMessageButNotOfTheServersOwnIndexes() throws Exception {
        write("home/ana/mail/cur/1", "Subject: 1\n\n");
        write("home/ana/mail/cur/mapa/2", "Subject: 2\n\n");
        write("home/ana/mail/arhiv.mbox", "From a@primer.si Tue Nov 14 22:13:20 2023\n\n");
        write("home/ana/mail/dovecot-uidlist", "3 V1");
        write("home/ana/mail/dovecot.index.log", "x");
        write("home/ana/mail/maildirsize", "x");
        write("home/ana/mail/subscriptions", "x");

        Seen seen = read(MAIL, account("ana"));

        assertThat(seen.files.keySet()).containsExactly("INBOX.mbox");
        assertThat(seen.leftAside).containsExactly(LeftAside.NO_MESSAGE, LeftAside.NO_MESSAGE);
    }

    @Test
    default void tellsOfFilesThatOnlyBeginAsAnIndexDoes() throws Exception {
        write("home/ana/mail/cur/1", "Subject: 1\n\n");
        List<String> others = List.of(
                "dovecot-notes.txt",
                "courier.doc",
                "subscriptions.csv",
                "maildirsize-2025",
                ".uidvalidity.txt",
                ".locked");
        for (String other : others) {
            write("home/ana/mail/" + other, "x");
        }
        for (String index : List.of(
                "dovecot.index",
                "dovecot.index.log.2",
                "dovecot.index.cache",
                "dovecot.list.index.log",
                "dovecot.mailbox.log",
                "dovecot-uidlist.lock",
                "dovecot-uidvalidity",
                "dovecot-uidvalidity.5f0a1b2c",
                "dovecot-keywords",
                "dovecot-acl-list",
                ".dovecot.lda-dupes",
                "courierimapuiddb",
                "courierimapsubscribed",
                "subscriptions.lock",
                "maildirfolder",
                ".customflags",
                ".lock")) {
            write("home/ana/mail/" + index, "x");
        }

        assertThat(read(MAIL, account("ana")).leftAside).hasSameSizeAs(others).containsOnly(LeftAside.NO_MESSAGE);
    }

    @Test
    default void tellsOfAMailRootThatIsAFile() throws Exception {
        write("home/ana/mail", "From a@primer.si Tue Nov 14 22:13:20 2023\n\n");

        assertThat(read(MAIL, account("ana")).leftAside).containsExactly(LeftAside.NO_MESSAGE);
    }

    @Test
    default void readsDeepFoldersAndRefusesThoseTooDeep() throws Exception {
        write("home/ana/mail/" + "a/".repeat(30) + "cur/1", "Subject: 1\n\n");
        write("home/eva/mail/" + "a/".repeat(66) + "cur/1", "Subject: 1\n\n");

        assertThat(read(MAIL, account("ana")).files).hasSize(1);
        assertThat(fault(MAIL, account("eva"))).isEqualTo(FaultKind.REFUSED);
    }

    @Test
    default void findsAMessageThatWasReadAndRenamedMeanwhile() throws Exception {
        Path fresh = write("home/ana/mail/new/1700000001.M2.host", "Subject: b\n\n" + "x".repeat(200_000));
        Files.createDirectories(folder().resolve("home/ana/mail/cur"));

        Seen seen = read(
                MAIL,
                account("ana"),
                new Seen()
                        .beforeContent(
                                () -> move(fresh, folder().resolve("home/ana/mail/cur/1700000001.M2.host:2,S"))));

        assertThat(seen.files.get("INBOX.mbox")).contains("Subject: b");
        assertThat(seen.leftAside).isEmpty();
    }
}
