package si.vpogled.demo.people;

import java.util.ArrayList;
import java.util.List;

/** What a customer has ordered. */
public record Holdings(
        List<String> domains,
        List<String> certificates,
        List<Hosting> hosting,
        List<Server> servers,
        List<Newsletter> newsletters,
        List<Site> sites) {
    public static final Holdings NONE = new Holdings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Holdings {
        domains = List.copyOf(domains);
        certificates = List.copyOf(certificates);
        hosting = List.copyOf(hosting);
        servers = List.copyOf(servers);
        newsletters = List.copyOf(newsletters);
        sites = List.copyOf(sites);
    }

    /**
     * @param kilobytes of files, about
     * @param migrated from another provider
     * @param panelUser by which the control panel knows the customer
     * @param ftpUser by which FTP does
     */
    public record Hosting(
            String account, String domain, int kilobytes, boolean migrated, String panelUser, String ftpUser) {
        public Hosting(String account, String domain, int kilobytes, boolean migrated) {
            this(account, domain, kilobytes, migrated, account, account + "@" + domain);
        }
    }

    /** @param patchman whether its licence was ordered */
    public record Server(String name, String domain, boolean patchman, boolean migrated) {}

    public record Newsletter(String account, int contacts) {}

    /** @param accesses to its editor, as its log has them */
    public record Site(String id, String domain, int accesses) {}

    /** The inventory's ids of the services that something is held for. */
    public List<String> services() {
        List<String> services = new ArrayList<>();
        add(services, "domains", domains);
        add(services, "ssl-certificates", certificates);
        add(services, "shared-hosting", hosting);
        add(services, "vps", servers);
        add(services, "dostavljalec", newsletters);
        add(services, "websites", sites);
        return services;
    }

    private static void add(List<String> services, String service, List<?> held) {
        if (!held.isEmpty()) {
            services.add(service);
        }
    }

    public Holdings withDomains(String... names) {
        return new Holdings(List.of(names), certificates, hosting, servers, newsletters, sites);
    }

    public Holdings withCertificates(String... names) {
        return new Holdings(domains, List.of(names), hosting, servers, newsletters, sites);
    }

    public Holdings with(Hosting... plans) {
        return new Holdings(domains, certificates, List.of(plans), servers, newsletters, sites);
    }

    public Holdings with(Server server) {
        return new Holdings(domains, certificates, hosting, List.of(server), newsletters, sites);
    }

    public Holdings with(Newsletter newsletter) {
        return new Holdings(domains, certificates, hosting, servers, List.of(newsletter), sites);
    }

    public Holdings with(Site site) {
        return new Holdings(domains, certificates, hosting, servers, newsletters, List.of(site));
    }
}
