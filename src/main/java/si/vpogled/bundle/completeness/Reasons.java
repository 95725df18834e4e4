package si.vpogled.bundle.completeness;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import si.vpogled.connector.FaultKind;
import si.vpogled.inventory.Item;
import si.vpogled.text.Language;
import si.vpogled.text.Text;

/** What each verdict says to the subject. */
final class Reasons {
    static final Text ARTICLE_12_6 = new Text("12. člen (6) Splošne uredbe", "GDPR Art. 12(6)");
    static final Text ARTICLE_20 = new Text("20. člen (1) Splošne uredbe", "GDPR Art. 20(1)");
    static final Text ARTICLE_28 = new Text("28. člen (3)(e) Splošne uredbe", "GDPR Art. 28(3)(e)");
    static final Text NOTHING_FOUND = new Text(
            "Iskali smo po vseh vaših znanih oznakah in tega podatka o vas nimamo.",
            "We searched by everything we know you by and hold no such data about you.");
    static final Text NOTHING_TO_LOOK_BY = new Text(
            "V tem sistemu nimate računa, zato tega podatka o vas nimamo.",
            "You have no account in this system, so we hold no such data about you.");
    static final Text STORED_BY_CUSTOMERS = new Text(
            "Vašega računa pri nas ni. Za vsebino, ki jo pri nas hranijo naši naročniki, je upravljavec naročnik;"
                    + " če vaše podatke hrani kdo od njih, se obrnite nanj.",
            "You have no account with us. What our customers store with us is under their control as controllers;"
                    + " if one of them stores data about you, turn to that customer.");
    static final Text ACCOUNTS_UNKNOWN = new Text(
            "Na računih, ki jih poznamo, tega podatka nismo našli. Sistem, iz katerega bi izvedeli za morebitne druge"
                    + " vaše račune, ni dal odgovora. Ko ga bo dal, pošljemo dopolnitev.",
            "We found no such data at the accounts that we know of. The system that would tell us of other accounts of"
                    + " yours gave no answer. A supplement follows when it does.");
    static final Text NOT_ASKED = new Text(
            "Tega podatka nismo mogli poiskati, ker sistem, iz katerega bi izvedeli za vaše račune, ni dal odgovora. Ko"
                    + " ga bo dal, pošljemo dopolnitev.",
            "We could not look for this, because the system that would tell us of your accounts gave no answer. A"
                    + " supplement follows when it does.");
    static final Text DERIVED = new Text(
            "Ta podatek ni del prenosljivosti, ker ga niste posredovali vi. Dobite ga z zahtevo za dostop.",
            "This is outside portability, because you did not provide it. An access request brings it.");

    static final Text INSEPARABLE = new Text(
            "Podatek stoji le v datotekah, v katerih je tudi zadržani podatek in jih ni mogoče ločiti.",
            "This stands only in files that also hold what is left out, and cannot be told apart in them.");

    private Reasons() {}

    static Text leftOutWhole(String collection, List<Item> because) {
        return new Text(
                collection + ": datoteke, izpuščene v celoti, ker je v njih tudi zadržano: "
                        + labels(because, Language.SL),
                collection + ": files left out whole, as they also hold what is left out: "
                        + labels(because, Language.EN));
    }

    private static String labels(List<Item> items, Language language) {
        return items.stream().map(item -> item.label().in(language)).collect(Collectors.joining(", "));
    }

    static Text delivered(Item.Access how) {
        return switch (how) {
            case COPY -> new Text("Kopija je v tem svežnju.", "A copy is in this bundle.");
            case HELD_ONLY ->
                new Text(
                        "Podatek hranimo. Ker gre za geslo, ključ ali kodo, vrednosti iz varnostnih razlogov ne"
                                + " izročamo.",
                        "We hold it. As it is a password, key or code, its value is not handed out for your safety.");
            case LISTING ->
                new Text(
                        "V svežnju je seznam tega, kar obstaja; vsebina je ista kot pri živih podatkih.",
                        "The bundle has a list of what there is; the content is that of the live data.");
        };
    }

    /** What is delivered, while a part of it is withheld. */
    static Text inPart(Text delivered) {
        return new Text(
                delivered.sl() + " Del smo zadržali zaradi pravic drugih; kaj in zakaj, je navedeno.",
                delivered.en() + " A part is withheld for the rights of others; what and why is told.");
    }

    /** What is delivered, while a system that may know of other accounts is silent. */
    static Text thereMayBeMore(Text delivered) {
        return new Text(
                delivered.sl()
                        + " Morda ni vse: sistem, iz katerega bi izvedeli za morebitne druge vaše račune, ni dal"
                        + " odgovora. Ko ga bo dal, pošljemo dopolnitev.",
                delivered.en()
                        + " It may not be all: the system that would tell us of other accounts of yours gave no answer."
                        + " A supplement follows when it does.");
    }

    static Text identityOpen(LocalDate settledFrom) {
        return new Text(
                "Stik, ki vodi do tega računa, je bil pred kratkim spremenjen in zato še ni dokaz istovetnosti."
                        + " Velja od "
                        + DateTimeFormatter.ofPattern("d. M. yyyy").format(settledFrom)
                        + "; do takrat potrebujemo drug dokaz.",
                "The contact that leads to this account was changed recently and is no proof of identity yet."
                        + " It counts from "
                        + DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                                .format(settledFrom)
                        + "; until then we need another proof.");
    }

    static Text unreachable(FaultKind kind) {
        return switch (kind) {
            case UNAVAILABLE ->
                new Text(
                        "Sistem, ki hrani ta podatek, ni bil dosegljiv. Ko bo odgovoril, pošljemo dopolnitev.",
                        "The system that holds this could not be reached. A supplement follows when it answers.");
            case MISCONFIGURED, REFUSED, DEFECT ->
                new Text(
                        "Sistem, ki hrani ta podatek, ni dal uporabnega odgovora. Ko bo napaka odpravljena, pošljemo"
                                + " dopolnitev.",
                        "The system that holds this gave no usable answer. A supplement follows when that is mended.");
        };
    }
}
