package si.vpogled.testing;

import static io.restassured.RestAssured.given;

import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service's metrics as Prometheus reads them. */
public final class Metrics {
    private Metrics() {}

    public static String text(URL address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }

    /** Each by its name and labels. */
    public static Map<String, Double> read(URL address) {
        return text(address)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }

    /** By how much each is more than before; those that are not are left out. */
    public static Map<String, Double> more(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> more = new TreeMap<>(after);
        more.replaceAll((name, value) -> value - before.getOrDefault(name, 0.0));
        more.values().removeIf(difference -> difference <= 0);
        return more;
    }
}
