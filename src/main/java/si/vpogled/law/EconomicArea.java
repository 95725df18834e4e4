package si.vpogled.law;

import java.util.Set;

/** The European Economic Area: what leaves it is a transfer to a third country (GDPR Art. 44, Art. 15(2)). */
public final class EconomicArea {
    /** ISO 3166-1 alpha-2: the European Union, Iceland, Liechtenstein and Norway. */
    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO");

    private EconomicArea() {}

    /** @param country ISO 3166-1 alpha-2 */
    public static boolean includes(String country) {
        return COUNTRIES.contains(country);
    }
}
