package si.vpogled.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query whose {@code :names} have become {@code ?}. Names inside quotes, comments and dollar quotes are text, and
 * {@code ::} is a cast.
 *
 * @param sql as JDBC takes it
 * @param names what each {@code ?} stands for, in order
 */
record JdbcQuery(String sql, List<String> names) {
    private static final Pattern TOKEN = Pattern.compile(
            // single, double and back quotes; a doubled quote is two tokens, a backslash is a letter (standard SQL)
            "'[^']*+'|\"[^\"]*+\"|`[^`]*+`"
                    // comments to the end of the line, and between marks
                    + "|--[^\\n]*+|/\\*(?s:.*?)\\*/"
                    // dollar quotes, casts, names, and the sign that would be taken for a parameter
                    + "|(?<tag>\\$(?:[A-Za-z_]\\w*)?\\$)(?s:.*?)\\k<tag>|::|:(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|\\?");

    static JdbcQuery parse(String query) {
        Matcher matcher = TOKEN.matcher(query);
        StringBuilder sql = new StringBuilder();
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            String name = matcher.group("name");
            if (matcher.group().equals("?")) {
                throw new IllegalArgumentException("A parameter is written :name; a ? outside quotes has no meaning");
            }
            if (name != null) {
                names.add(name);
            }
            matcher.appendReplacement(sql, name != null ? "?" : Matcher.quoteReplacement(matcher.group()));
        }
        return new JdbcQuery(matcher.appendTail(sql).toString(), List.copyOf(names));
    }
}
