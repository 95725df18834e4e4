package si.vpogled.demo.server;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The words of the mailbox's pages in one language. */
record MailboxWords(
        String tag,
        String title,
        String subject,
        String from,
        String to,
        String received,
        String filter,
        String show,
        String empty,
        String noSubject,
        String back,
        String attachments,
        String language,
        String pattern) {
    private static final MailboxWords SL = new MailboxWords(
            "sl",
            "Poštni predal predstavitve",
            "Zadeva",
            "Pošiljatelj",
            "Prejemnik",
            "Prejeto",
            "Samo za e-naslov",
            "Prikaži",
            "Ni še nobenega sporočila.",
            "(brez zadeve)",
            "Vsa sporočila",
            "Priloge",
            "Jezik",
            "d. M. uuuu 'ob' H.mm.ss");
    private static final MailboxWords EN = new MailboxWords(
            "en",
            "The demo's mailbox",
            "Subject",
            "From",
            "To",
            "Received",
            "Only for the address",
            "Show",
            "No message so far.",
            "(no subject)",
            "All messages",
            "Attachments",
            "Language",
            "d/M/uuuu, HH:mm:ss");

    /** By {@code ?lang=}, else by what the browser prefers. */
    static MailboxWords of(HttpQuestion question) {
        String wanted = question.parameter("lang")
                .or(() -> question.header("Accept-Language"))
                .orElse("sl");
        return wanted.startsWith("en") ? EN : SL;
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofPattern(pattern)
                .withZone(ZoneId.of("Europe/Ljubljana"))
                .format(instant);
    }
}
