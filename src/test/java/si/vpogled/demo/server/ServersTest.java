package si.vpogled.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ServersTest {
    @TempDir
    Path folder;

    @Test
    void postgresKeepsItsDataAndChecksPasswords() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder)) {
            server.createDatabase("billing", "billing", "skrivnost");
            server.createReader("billing", "vpogled", "bere");
            server.run("billing", "create table x (n int); insert into x values (7)");
        }
        try (PostgresServer server = PostgresServer.start(folder);
                Connection reader = DriverManager.getConnection(server.jdbcUrl("billing"), "vpogled", "bere")) {
            assertThat(read(reader, "select n from x")).isEqualTo("7");
            assertThatThrownBy(() -> reader.createStatement().execute("delete from x"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("billing"), "vpogled", "napak"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void mariaDbLetsTheReaderOnlyRead() throws SQLException {
        try (MariaDbServer server = MariaDbServer.start()) {
            server.createDatabase("panel");
            server.createReader("panel", "vpogled", "bere");
            server.run("panel", "create table x (n varchar(20)); insert into x values ('šž😀')");
            try (Connection reader = DriverManager.getConnection(server.jdbcUrl("panel"), "vpogled", "bere")) {
                assertThat(read(reader, "select n from x")).isEqualTo("šž😀");
                assertThatThrownBy(() -> reader.createStatement().execute("delete from x"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("panel"), "vpogled", "napak"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void sftpShowsItsFolderAsTheRoot() throws Exception {
        Files.writeString(folder.resolve("č.txt"), "žaba");
        var key = SftpServer.newKey();
        try (SftpServer server =
                        SftpServer.start(folder).user("bralec", "geslo").user("kljucar", key.getPublic());
                SshClient client = SshClient.setUpDefaultClient()) {
            client.start();
            for (String user : List.of("bralec", "kljucar")) {
                try (ClientSession session = client.connect(user, server.host(), server.port())
                        .verify(5000)
                        .getSession()) {
                    if (user.equals("bralec")) {
                        session.addPasswordIdentity("geslo");
                    } else {
                        session.addPublicKeyIdentity(key);
                    }
                    session.auth().verify(5000);
                    try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
                            InputStream file = sftp.read("/č.txt")) {
                        assertThat(new String(file.readAllBytes(), "UTF-8")).isEqualTo("žaba");
                    }
                }
            }
        }
    }

    @Test
    void mailKeepsEveryMessageAndShowsItsLinks() throws Exception {
        try (MailServer server = MailServer.start();
                HttpClient http = HttpClient.newHttpClient()) {
            send(server, "ana@example.si", "Potrdite zahtevo č", "Živjo!\nOdprite http://127.0.0.1:1/p?a=1&b=2.\n");
            send(server, "ana@example.si", "Potrdite zahtevo č", "Še enkrat");
            send(server, "bor@example.si", "Drugo", "<script>alert(1)</script>");

            assertThat(server.messagesTo("ana@example.si")).hasSize(2);
            assertThat(server.messages().getFirst().links()).containsExactly("http://127.0.0.1:1/p?a=1&b=2");
            assertThat(get(http, server.pageUrl() + "/api/messages?to=bor@example.si"))
                    .contains("\"subject\":\"Drugo\"");
            assertThat(get(http, server.pageUrl() + "/")).contains("Potrdite zahtevo č", "lang=\"sl\"");
            assertThat(get(http, server.pageUrl() + "/messages/1?lang=en"))
                    .contains("<a href=\"http://127.0.0.1:1/p?a=1&amp;b=2\">", "lang=\"en\"");
            assertThat(get(http, server.pageUrl() + "/messages/3")).doesNotContain("<script>");
        }
    }

    @Test
    void httpBindsNamesInPathsAndRefusesStrangers() throws Exception {
        try (HttpBackend backend = HttpBackend.start();
                HttpClient http = HttpClient.newHttpClient()) {
            backend.get(
                    "/kupci/{number}/datoteke/{path...}",
                    question -> HttpAnswer.json(Map.of(
                            "number",
                            question.name("number"),
                            "path",
                            question.name("path"),
                            "page",
                            question.number("page", 1))));
            assertThat(get(http, backend.url() + "/kupci/a%2Fb/datoteke/c/d%20e?page=3"))
                    .contains("\"number\":\"a/b\"", "\"path\":\"c/d e\"", "\"page\":3");
            backend.guard(question -> question.header("Authorization").isPresent()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(HttpAnswer.json(401, Map.of("error", "unauthorised"))));
            assertThat(get(http, backend.url() + "/kupci/1/datoteke/x")).contains("unauthorised");
        }
    }

    private static String get(HttpClient http, String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String read(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void send(MailServer server, String to, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", Ports.HOST);
        properties.put("mail.smtp.port", server.smtpPort());
        var message = new jakarta.mail.internet.MimeMessage(jakarta.mail.Session.getInstance(properties));
        message.setFrom("vpogled@ponudnik.example");
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        jakarta.mail.Transport.send(message);
    }
}
