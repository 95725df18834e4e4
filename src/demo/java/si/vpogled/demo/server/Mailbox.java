package si.vpogled.demo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The mailbox as pages for people ({@code /}, {@code /messages/{n}}) and as JSON ({@code /api/messages?to=…}). Texts
 * stand in Slovenian, and in English with {@code ?lang=en} or a browser that prefers it.
 */
final class Mailbox implements AutoCloseable {
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>&\"']+(?:&amp;[^\\s<>&\"']+)*[^\\s<>&\"'.,;:!?)]");
    private static final String STYLE = resource("/mailbox.css");

    private final MailServer server;
    private final HttpBackend pages;

    Mailbox(MailServer server, HttpBackend pages) {
        this.server = server;
        this.pages = pages.get("/", this::list)
                .get("/messages/{number}", this::message)
                .get("/messages/{number}/attachments/{index}", this::attachment)
                .get("/mailbox.css", question -> HttpAnswer.of(200, "text/css", STYLE.getBytes(StandardCharsets.UTF_8)))
                .get("/api/messages", this::json)
                .get("/api/messages/{number}", question -> found(question, HttpAnswer::json));
    }

    String url() {
        return pages.url();
    }

    private HttpAnswer json(HttpQuestion question) {
        return HttpAnswer.json(selected(question));
    }

    private List<ReceivedMail> selected(HttpQuestion question) {
        return question.parameter("to").map(server::messagesTo).orElseGet(server::messages);
    }

    private HttpAnswer found(HttpQuestion question, Function<ReceivedMail, HttpAnswer> answer) {
        String number = question.name("number");
        return (number.matches("\\d{1,9}") ? server.message(Integer.parseInt(number)) : Optional.<ReceivedMail>empty())
                .map(answer)
                .orElseGet(() -> HttpAnswer.text(404, "Tega sporočila ni. / There is no such message."));
    }

    private HttpAnswer list(HttpQuestion question) {
        MailboxWords words = MailboxWords.of(question);
        String rows = selected(question).stream()
                .sorted(Comparator.comparingInt(ReceivedMail::number).reversed())
                .map(mail -> row(mail, words))
                .collect(Collectors.joining("\n"));
        String content = rows.isEmpty()
                ? "<p>" + words.empty() + "</p>"
                : """
                <div class="scroll" role="region" aria-labelledby="title" tabindex="0"><table>
                <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>%s</tbody></table></div>""".formatted(words.subject(), words.to(), words.received(), rows);
        return page(words, words.title(), "/", """
                <form method="get" action="/"><label for="to">%s</label>
                <input id="to" name="to" type="search" autocomplete="off" value="%s"><input type="hidden" name="lang" value="%s">
                <button>%s</button></form>
                %s""".formatted(
                words.filter(), escape(question.parameter("to").orElse("")), words.tag(), words.show(), content));
    }

    private static String row(ReceivedMail mail, MailboxWords words) {
        return "<tr><td><a href=\"/messages/%d?lang=%s\">%s</a></td><td>%s</td><td><time datetime=\"%s\">%s</time></td></tr>"
                .formatted(
                        mail.number(),
                        words.tag(),
                        escape(mail.subject().isBlank() ? words.noSubject() : mail.subject()),
                        escape(String.join(", ", mail.to())),
                        mail.received(),
                        words.time(mail.receivedAt()));
    }

    private HttpAnswer message(HttpQuestion question) {
        MailboxWords words = MailboxWords.of(question);
        return found(
                question,
                mail -> page(words, mail.subject(), "/messages/" + mail.number(), """
                <p><a href="/?lang=%s">%s</a></p>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                <div class="text">%s</div>
                %s""".formatted(
                                words.tag(),
                                words.back(),
                                words.from(),
                                escape(mail.from()),
                                words.to(),
                                escape(String.join(", ", mail.to())),
                                words.received(),
                                words.time(mail.receivedAt()),
                                linked(mail),
                                attachments(mail, words))));
    }

    /** The plain text with its addresses made links; a message without one shows its HTML as text. */
    private static String linked(ReceivedMail mail) {
        String text = mail.text().isBlank() ? mail.html().replaceAll("<[^>]*>", "") : mail.text();
        return LINK.matcher(escape(text)).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String attachments(ReceivedMail mail, MailboxWords words) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        StringBuilder items = new StringBuilder("<h2>" + words.attachments() + "</h2><ul>");
        for (int i = 0; i < mail.attachments().size(); i++) {
            items.append("<li><a href=\"/messages/%d/attachments/%d\">%s</a></li>"
                    .formatted(
                            mail.number(), i, escape(mail.attachments().get(i).name())));
        }
        return items.append("</ul>").toString();
    }

    private HttpAnswer attachment(HttpQuestion question) {
        return found(question, mail -> {
            int index = Integer.parseInt(question.name("index"));
            ReceivedMail.Attachment attachment = mail.attachments()
                    .get(Objects.checkIndex(index, mail.attachments().size()));
            return HttpAnswer.of(200, attachment.mediaType(), attachment.content());
        });
    }

    private HttpAnswer page(MailboxWords words, String title, String path, String content) {
        return HttpAnswer.html(
                        """
                <!doctype html>
                <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title><link rel="stylesheet" href="/mailbox.css"></head>
                <body><header><p class="name">%3$s</p><nav aria-label="%4$s"><a href="%5$s?lang=sl" lang="sl">Slovenščina</a>
                <a href="%5$s?lang=en" lang="en">English</a></nav></header>
                <main><h1 id="title">%2$s</h1>%6$s</main></body></html>
                """.formatted(words.tag(), escape(title), words.title(), words.language(), path, content))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'")
                .header("Cache-Control", "no-store");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Mailbox.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
