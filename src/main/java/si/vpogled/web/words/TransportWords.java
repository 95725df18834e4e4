package si.vpogled.web.words;

import si.vpogled.text.Text;

/** How a source is reached, and what a test of it asks. */
public final class TransportWords {
    private TransportWords() {}

    /**
     * @param transport its name; one that an operator added is called by that
     */
    public static Text label(String transport) {
        return switch (transport) {
            case "jdbc" -> new Text("podatkovna baza", "database");
            case "http" -> new Text("spletni vmesnik (HTTP)", "web interface (HTTP)");
            case "files" -> new Text("datoteke", "files");
            case "rdap" -> new Text("registri domen (RDAP, WHOIS)", "domain registries (RDAP, WHOIS)");
            default -> new Text(transport, transport);
        };
    }

    /** What is asked to see whether the source can be reached. */
    public static Text reached(String transport) {
        return switch (transport) {
            case "jdbc" -> new Text("povezava, uporabnik in geslo", "connection, user and password");
            case "http" -> new Text("naslov in poverilnice v nastavitvah", "address and credentials in the settings");
            case "files" ->
                new Text("povezava, ključ strežnika in prijava", "connection, the server's key and signing in");
            default -> new Text("nastavitve", "settings");
        };
    }

    /** What is asked to see whether a read works, without reading anybody's data. */
    public static Text read(String transport) {
        return switch (transport) {
            case "jdbc" ->
                new Text(
                        "poizvedba, tabele, stolpci in pravica do branja; nobena vrstica ni bila prebrana",
                        "the query, its tables and columns, and the right to read them; no row was read");
            case "http" ->
                new Text(
                        "naslov in pravica do branja, z vprašanjem po nekom, ki ga ni",
                        "the path and the right to read it, asked for somebody who does not exist");
            case "files" ->
                new Text(
                        "mapa in pravica do nje; vsebina ni bila prebrana",
                        "the folder and the right to it; no content was read");
            case "rdap" ->
                new Text(
                        "odziv registrov na vprašanje o pomoči, ne o domeni",
                        "that the registries answer, asked for help and not for a domain");
            default -> new Text("branje, kot ga preverja vrsta dostopa", "the read, as its transport checks it");
        };
    }
}
