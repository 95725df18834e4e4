package si.vpogled.demo.people;

import java.util.Map;

/** The demo's people by name, for tests, pages and the README. All are invented. */
public final class DemoCustomers {
    /** A private customer with a domain and shared hosting. */
    public static final String PRIVATE_NUMBER = "100101";

    public static final String PRIVATE_EMAIL = "maja.zagar@posta.example";
    public static final String PRIVATE_DOMAIN = "žagar-keramika.si";
    public static final String PRIVATE_ACCOUNT = "zagarker";

    /** A company with all six services, twelve years a customer. */
    public static final String COMPANY_NUMBER = "100200";

    public static final String COMPANY_EMAIL = "info@cebelarstvo-kranjc.si";
    public static final String COMPANY_VAT_ID = "SI90807065";
    public static final String COMPANY_DOMAIN = "cebelarstvo-kranjc.si";
    /** Its registry has no RDAP, only WHOIS. */
    public static final String COMPANY_WHOIS_DOMAIN = "kranjc-med.example";

    public static final String COMPANY_ACCOUNT = "cebelar";
    /** By which it signs in to the control panel. */
    public static final String COMPANY_PANEL_USER = "kranjc-nadzor";

    public static final String COMPANY_SERVER = "vps-2041";
    public static final String COMPANY_NEWSLETTER = "cebelarstvo";
    public static final String COMPANY_SITE = "site-3107";

    /** A Dostavljalec customer with 100,000 contacts. */
    public static final String NEWSLETTER_NUMBER = "100300";

    public static final String NEWSLETTER_EMAIL = "pisarna@planinska-trgovina.si";
    public static final String NEWSLETTER_ACCOUNT = "planinci";
    public static final int NEWSLETTER_CONTACTS = 100_000;

    /** A VPS customer with a licence of Patchman, and one without. */
    public static final String PATCHMAN_NUMBER = "100400";

    public static final String PATCHMAN_EMAIL = "studio@zleb-oblikovanje.si";
    public static final String PATCHMAN_SERVER = "vps-2050";
    public static final String NO_PATCHMAN_NUMBER = "100401";
    public static final String NO_PATCHMAN_EMAIL = "joze.cuk@posta.example";
    public static final String NO_PATCHMAN_SERVER = "vps-2051";

    /** Two packages of the customer without a licence, with one login for FTP. */
    public static final String FIRST_SHARING_ACCOUNT = "cukmeteo";

    public static final String SECOND_SHARING_ACCOUNT = "cukarhiv";
    public static final String SHARED_FTP_USER = "joze@cuk-meteo.si";

    /** The large hosting account. */
    public static final String LARGE_NUMBER = "100500";

    public static final String LARGE_EMAIL = "arhiv@fotoarhiv-stajerska.si";
    public static final String LARGE_ACCOUNT = "fotoarhi";

    /** A customer whose e-mail address changed last week. */
    public static final String CHANGED_NUMBER = "100600";

    public static final String CHANGED_EMAIL = "rok.hribar@nova-posta.example";

    /** A domain of the first of two accounts, managed and paid for by the VPS customer with a licence of Patchman. */
    public static final String ENTRUSTED_DOMAIN = "tina-golob.si";

    /** Who manages and pays for somebody else's domain, by the domain. */
    public static final Map<String, String> ENTRUSTED = Map.of(ENTRUSTED_DOMAIN, PATCHMAN_NUMBER);

    /** Two accounts, one e-mail address. */
    public static final String FIRST_OF_TWO_NUMBER = "100700";

    public static final String SECOND_OF_TWO_NUMBER = "100701";
    public static final String TWO_EMAIL = "tina@golob.example";

    /** No customer, but in the company's contact list and in the private customer's mailbox. */
    public static final String STRANGER_NAME = "Neža Potočnik";

    public static final String STRANGER_EMAIL = "neza.potocnik@posta.example";

    private DemoCustomers() {}
}
