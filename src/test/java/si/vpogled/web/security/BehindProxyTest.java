package si.vpogled.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.vpogled.storage.MasterKey;
import si.vpogled.testing.ServiceWorld;
import si.vpogled.testing.StagedCases;

/** Where somebody asks from is the word of the proxy that is trusted, and of nobody else. */
@QuarkusTest
@WithTestResource(ServiceWorld.class)
class BehindProxyTest {
    private static final String CUSTOMER = "198.51.100.7";
    private static final String ANYBODY = "127.0.0.1";

    @TestHTTPResource
    URI service;

    @Inject
    MasterKey masterKey;

    @Inject
    StagedCases cases;

    @Inject
    EntityManager database;

    @AfterEach
    void forget() {
        run("delete from rate");
    }

    @Test
    void a_limit_counts_where_the_proxy_says_that_somebody_asks_from() throws Exception {
        assertThat(asked(ServiceWorld.PROXY, "X-Forwarded-For", CUSTOMER)).isEqualTo(202);
        assertThat(counted(CUSTOMER)).isTrue();
        assertThat(counted(ServiceWorld.PROXY)).isFalse();
        run("update rate set paid_until = now() + interval '45 seconds' where key = '" + key(CUSTOMER) + "'");

        assertThat(asked(ServiceWorld.PROXY, "X-Forwarded-For", CUSTOMER)).isEqualTo(429);
        assertThat(asked(ServiceWorld.PROXY, "X-Forwarded-For", "198.51.100.8")).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        ANYBODY + ", X-Forwarded-For, " + CUSTOMER,
        ANYBODY + ", Forwarded, for=" + CUSTOMER,
        ANYBODY + ", X-Real-IP, " + CUSTOMER,
        ServiceWorld.PROXY + ", Forwarded, for=" + CUSTOMER,
    })
    void what_is_said_by_somebody_else_or_otherwise_is_not_heard(String from, String header, String value)
            throws Exception {
        assertThat(asked(from, header, value)).isEqualTo(202);

        assertThat(counted(CUSTOMER)).isFalse();
        assertThat(counted(from)).isTrue();
    }

    private int asked(String from, String header, String value) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(from))
                .build()) {
            String body = "{\"reference\": \"x\", \"email\": \"" + UUID.randomUUID() + "@primer.si\"}";
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + service.getPort() + "/api/v1/sign-ins"))
                    .header("Content-Type", "application/json")
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private boolean counted(String address) {
        return cases.number("select count(*) from rate where key = ?1", key(address)) > 0;
    }

    private String key(String address) {
        return masterKey.token("limit", "SIGN_IN\nnetwork\n" + Network.of(address));
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
