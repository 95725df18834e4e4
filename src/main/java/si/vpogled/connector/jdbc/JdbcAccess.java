package si.vpogled.connector.jdbc;

import java.net.URI;

/** Where the database is and how one signs in; shows neither user nor password. */
record JdbcAccess(String url, String user, String password, JdbcTimes times) {
    /** Host, port and database, for messages. */
    String place() {
        URI uri = URI.create(
                url.substring("jdbc:".length()).replaceFirst("\\?.*", "").replace(' ', '+'));
        return uri.getRawAuthority() + uri.getRawPath();
    }

    @Override
    public String toString() {
        return place();
    }
}
