package si.vpogled.demo.backend.whois;

import java.util.Map;
import si.vpogled.demo.backend.Backend;
import si.vpogled.demo.backend.Erasures;
import si.vpogled.demo.people.DemoCustomers;
import si.vpogled.demo.people.Population;
import si.vpogled.demo.server.HttpBackend;
import si.vpogled.demo.server.Ports;

/** The registrar's panel and two registries. */
public final class WhoisDomainBackend implements Backend {
    private final RegistrarPanel panel;
    private final HttpBackend panelServer = HttpBackend.start();
    private final HttpBackend rdapServer = HttpBackend.start();
    private final WhoisServer whois;

    private WhoisDomainBackend(Population population, Map<String, String> managers, Map<String, String> payers) {
        Registrations registrations = new Registrations(population);
        Entrusted roles = new Entrusted(registrations, population, managers, payers);
        panel = new RegistrarPanel(population, registrations, roles);
        panel.addTo(panelServer);
        new RdapServer(population, registrations).addTo(rdapServer);
        whois = new WhoisServer(registrations);
    }

    public static WhoisDomainBackend start(Population population) {
        return start(population, DemoCustomers.ENTRUSTED, DemoCustomers.ENTRUSTED);
    }

    /**
     * @param managers by domain, the number of a customer who manages it and does not own it
     * @param payers by domain, the number of a customer who pays for it and does not own it
     */
    public static WhoisDomainBackend start(
            Population population, Map<String, String> managers, Map<String, String> payers) {
        return new WhoisDomainBackend(population, managers, payers);
    }

    public int panelPort() {
        return panelServer.port();
    }

    public int rdapPort() {
        return rdapServer.port();
    }

    public int whoisPort() {
        return whois.port();
    }

    /** Makes every token that was handed out worthless. */
    public void forgetTokens() {
        panel.forgetTokens();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "WHOIS_DOMAIN_URL",
                panelServer.url(),
                "WHOIS_DOMAIN_CLIENT",
                RegistrarPanel.CLIENT,
                "VPOGLED_SECRET_WHOIS_DOMAIN_CLIENT_SECRET",
                RegistrarPanel.SECRET,
                "WHOIS_DOMAIN_RDAP_URL",
                rdapServer.url() + "/rdap",
                "WHOIS_DOMAIN_WHOIS",
                Ports.HOST + ":" + whois.port());
    }

    @Override
    public Map<String, String> erasing() {
        return Map.of(
                "WHOIS_DOMAIN_ERASING_CLIENT",
                RegistrarPanel.ERASER,
                "VPOGLED_SECRET_WHOIS_DOMAIN_ERASING_CLIENT_SECRET",
                RegistrarPanel.ERASERS_SECRET);
    }

    public Erasures erasures() {
        return panel.erasures();
    }

    @Override
    public void close() {
        whois.close();
        rdapServer.close();
        panelServer.close();
    }
}
