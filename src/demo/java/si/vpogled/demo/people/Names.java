package si.vpogled.demo.people;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Words that invented people, companies and texts are made of. */
public final class Names {
    public static final List<String> FIRST = List.of(
            "Ana", "Maja", "Neža", "Eva", "Živa", "Špela", "Katja", "Tjaša", "Urška", "Nuša", "Petra", "Mojca", "Zala",
            "Anže", "Rok", "Luka", "Žiga", "Matej", "Tomaž", "Jože", "Aleš", "Blaž", "Črt", "Gašper", "Jernej", "Uroš");
    public static final List<String> LAST = List.of(
            "Novak",
            "Horvat",
            "Kovačič",
            "Krajnc",
            "Zupančič",
            "Potočnik",
            "Kovač",
            "Mlakar",
            "Vidmar",
            "Golob",
            "Turk",
            "Božič",
            "Žagar",
            "Hribar",
            "Kotnik",
            "Rozman",
            "Oblak",
            "Petek",
            "Kolar",
            "Košir",
            "Čuk",
            "Šuštar",
            "Jereb");
    public static final List<String> STREETS = List.of(
            "Prešernova cesta",
            "Šmartinska cesta",
            "Cankarjeva ulica",
            "Trubarjeva ulica",
            "Čopova ulica",
            "Pot na Žale",
            "Vegova ulica",
            "Kidričeva ulica",
            "Ob potoku",
            "Zgornja pot",
            "Žitna ulica",
            "Lipova ulica");
    public static final List<Address> TOWNS = List.of(
            new Address("", "1000", "Ljubljana"),
            new Address("", "2000", "Maribor"),
            new Address("", "3000", "Celje"),
            new Address("", "4000", "Kranj"),
            new Address("", "4220", "Škofja Loka"),
            new Address("", "5000", "Nova Gorica"),
            new Address("", "6000", "Koper"),
            new Address("", "8000", "Novo mesto"),
            new Address("", "9000", "Murska Sobota"),
            new Address("", "8340", "Črnomelj"),
            new Address("", "3310", "Žalec"),
            new Address("", "5270", "Ajdovščina"));
    public static final List<String> TRADES = List.of(
            "Mizarstvo",
            "Čebelarstvo",
            "Gostilna",
            "Cvetličarna",
            "Knjigarna",
            "Pekarna",
            "Avtoservis",
            "Šiviljstvo",
            "Fotografija",
            "Vinogradništvo",
            "Slaščičarna",
            "Računovodstvo");
    public static final List<String> SENTENCES = List.of(
            "Hvala za hiter odgovor in prijazno pomoč.",
            "Prosimo, da nam do petka sporočite, ali vam termin ustreza.",
            "V prilogi pošiljamo ponudbo, ki velja štirinajst dni.",
            "Zanima nas, kdaj bo izdelek spet na zalogi.",
            "Račun smo poravnali včeraj, potrdilo je priloženo.",
            "Ob sobotah je trgovina odprta do poldneva.",
            "Za naročila nad sto evrov je dostava brezplačna.",
            "Želimo vam lep začetek tedna in veliko sonca.",
            "Če se srečamo v Ljubljani, vas povabim na čaj.",
            "Slike s sobotnega srečanja so na spletni strani.");

    /** A contact list asks for the same few hundred names a hundred thousand times. */
    private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();

    private Names() {}

    public static String person(Dice dice) {
        return dice.of(FIRST) + " " + dice.of(LAST);
    }

    public static Address address(Dice dice) {
        Address town = dice.of(TOWNS);
        return new Address(dice.of(STREETS) + " " + dice.between(1, 120), town.postCode(), town.town());
    }

    /** A few sentences. */
    public static String text(Dice dice, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : " ").append(dice.of(SENTENCES));
        }
        return text.toString();
    }

    /** In lower case, without carons, words joined by the separator: {@code "Neža Žagar"} to {@code neza.zagar}. */
    public static String plain(String name, String separator) {
        return PLAIN.computeIfAbsent(name + '|' + separator, key -> spell(name, separator));
    }

    private static String spell(String name, String separator) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", separator)
                .replaceAll("^\\" + separator + "|\\" + separator + "$", "");
    }

    /** An IBAN with a right checksum of an account that no bank has. */
    public static String iban(Dice dice) {
        String account = "99%013d".formatted((long) dice.below(Integer.MAX_VALUE));
        int check = 98
                - new BigInteger(account + "281800").mod(BigInteger.valueOf(97)).intValue();
        return "SI%02d%s".formatted(check, account);
    }
}
