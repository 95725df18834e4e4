package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where signing in leads to: a page of the console, whatever an address is made to say. */
class AskedPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console?state=ready&text=%C5%BEan",
                "/console/connectors",
                "/console/cases/VP-7K3M-9Q2D-X4TB?lang=en",
                "/console/cases/VP-7K3M-9Q2D-X4TB/items/domains.legal-framework.name/entries/1/records/2",
                "/console/cases/VP-7K3M-9Q2D-X4TB/preview/report/sl/index.html",
                "/console?next=//evil.example"
            })
    void pages_of_the_console_are_kept(String asked) {
        assertThat(AskedPage.of(asked).address()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " /console/connectors",
                "/",
                "/case",
                "//evil.example",
                "//evil.example/console",
                "https://evil.example/console",
                "javascript:alert(1)",
                "/\\evil.example",
                "\\\\evil.example",
                "/console\\evil",
                "/console@evil.example",
                "/consoles",
                "/console//evil.example",
                "/console/../sign-out",
                "/console/./connectors",
                "/console/%2e%2e/case",
                "/console/%5Cevil.example",
                "/%2Fevil.example",
                "%2F%2Fevil.example",
                "/console%2F..%2F..",
                "/console/sign-in?failed",
                "/console/sign-out",
                "/console?text=%zz",
                "/console#part",
                "/console\r\nSet-Cookie: x=y",
                "/console/connectors\n"
            })
    void everything_else_leads_to_the_first_page(String asked) {
        assertThat(AskedPage.of(asked).address()).isEqualTo("/console");
    }

    @Test
    void what_is_too_long_leads_to_the_first_page() {
        assertThat(AskedPage.of("/console?text=" + "%20".repeat(400)).query("?"))
                .startsWith("?to=%2Fconsole%3Ftext");
        assertThat(AskedPage.of("/console?text=" + "%20".repeat(4000)).query("?"))
                .isEmpty();
    }
}
