package si.vpogled.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import si.vpogled.letter.GoodFor;
import si.vpogled.request.RequestConfig;
import si.vpogled.request.Tickets;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;
import si.vpogled.web.security.BrowserTickets;

/** What a browser gets for a request that was sent: the page that says so, and the ticket to its confirmation. */
@RequestScoped
class AfterSending {
    private final RequestConfig config;
    private final Tickets tickets;
    private final BrowserTickets browser;
    private final FormCookie cookie;

    AfterSending(RequestConfig config, Tickets tickets, BrowserTickets browser, FormCookie cookie) {
        this.config = config;
        this.tickets = tickets;
        this.browser = browser;
        this.cookie = cookie;
    }

    Response of(String reference) {
        return Response.fromResponse(RequestPages.redirect("/request/sent?reference=" + reference))
                .cookie(browser.given(tickets.ofSubmission(reference), config.confirmationPeriod()))
                .cookie(cookie.expired())
                .build();
    }

    /** How long there is time to confirm it. */
    String toConfirm(Page page) {
        Duration period = config.confirmationPeriod();
        return period.equals(Duration.ofDays(period.toDays()))
                ? page.counted(
                        period.toDays(), page.messages(CountMessages.class).forDays())
                : GoodFor.told(period, page.language());
    }
}
