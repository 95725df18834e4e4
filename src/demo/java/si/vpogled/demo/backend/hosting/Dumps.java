package si.vpogled.demo.backend.hosting;

import java.time.LocalDate;
import java.util.Locale;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;

/** Dumps of databases and logs of web servers. */
final class Dumps {
    private Dumps() {}

    static String sql(Dice dice, int rows) {
        StringBuilder dump = new StringBuilder("-- izvoz podatkovne baze\ncreate table wp_comments (\n"
                + "  id bigint primary key, author varchar(200), email varchar(200), content text\n);\n");
        for (int i = 1; i <= rows; i++) {
            String person = Names.person(dice);
            dump.append("insert into wp_comments values (%d, '%s', '%s', '%s');\n"
                    .formatted(i, person, Names.plain(person, ".") + "@posta.example", Names.text(dice, 2)));
        }
        return dump.toString();
    }

    /** In the combined log format. */
    static String webLog(Dice dice, LocalDate day, int lines) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append(String.format(
                    Locale.ROOT,
                    "%s - - [%02d/%tb/%d:%02d:%02d:%02d +0100] \"GET /slike/%d HTTP/1.1\" 200 %d \"-\" \"Mozilla/5.0\"%n",
                    dice.address(),
                    day.getDayOfMonth(),
                    day,
                    day.getYear(),
                    i % 24,
                    dice.below(60),
                    dice.below(60),
                    i,
                    dice.below(90_000)));
        }
        return log.toString();
    }
}
