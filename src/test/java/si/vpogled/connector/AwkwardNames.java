package si.vpogled.connector;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names that a server's file system allows, and what becomes of them so that they can be unpacked on any system. */
public final class AwkwardNames {
    private static final String LONGEST = "č".repeat(125) + ".txt";
    private static final String DEEP = "globoko-" + "d".repeat(180) + "/";

    private AwkwardNames() {}

    /** By the name as the server has it; the first of two that would be one in the order of their bytes keeps its own. */
    public static Map<String, String> all() {
        Map<String, String> names = new TreeMap<>(Map.of(
                "narekovaji 'en' \"dva\" `tri`.txt", "narekovaji 'en' _dva_ `tri`.txt",
                "nova\nvrstica\ttab.txt", "nova_vrstica_tab.txt",
                "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDC67.txt", "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDC67.txt",
                "שלום عالم.txt", "שלום عالم.txt",
                "slika\u202Egpj.exe", "slikagpj.exe",
                "..\\..\\etc\\passwd", ".._.._etc_passwd",
                "...", "_",
                "..skrito", "..skrito",
                "-rf", "-rf",
                "--help.txt", "--help.txt"));
        names.putAll(Map.of(
                "CON",
                "_CON",
                "nul.txt",
                "_nul.txt",
                "C:ime?*<a>|%41.txt",
                "C_ime___a___41.txt",
                "konec.",
                "konec_",
                "konec_",
                "konec_ (2)",
                "presledek ",
                "presledek_",
                " spredaj.txt",
                " spredaj.txt",
                "DVOJCEK.txt",
                "DVOJCEK.txt",
                "dvojcek.txt",
                "dvojcek (2).txt",
                LONGEST,
                LONGEST));
        names.putAll(Map.of(
                "=1+1;$(reboot).csv", "=1+1;$(reboot).csv",
                "lpt1/.. /x", "_lpt1/_/x",
                "c\u030C.txt", "č.txt"));
        return names;
    }

    /** Deeper than common file systems allow in one archive. */
    public static String deep() {
        return DEEP.repeat(7) + "zadnja.txt";
    }

    /** By the name that arrives. */
    public static Map<String, String> byArrival() {
        return all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Of how many the name that arrives is another one. */
    public static long changed() {
        return all().entrySet().stream()
                .filter(name -> !name.getKey().equals(name.getValue()))
                .count();
    }
}
