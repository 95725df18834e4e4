package si.vpogled.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.yaml.YamlSchema;

/** What the schemas refuse; what they let through, every other test of the transport shows. */
class HttpSchemaTest {
    private final YamlSchema settings = YamlSchema.of(new HttpTransport().settingsSchema());
    private final YamlSchema reads = YamlSchema.of(new HttpTransport().readSchema());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{base-url: 'http://a.test', auth: {}}",
                "{base-url: 'http://a.test', auth: {type: digest}}",
                "{base-url: 'http://a.test', auth: {type: basic, user: a, password: in-the-clear}}",
                "{base-url: 'http://a.test', auth: {type: none, token: {secret: a}}}",
                "{base-url: 'http://a.test', auth: {type: header, name: 'X: y', value: {secret: a}}}",
                "{base-url: 'http://a.test', auth: {type: oauth2-client-credentials, client-id: a}}",
                "{base-url: 'http://a.test', requests-per-second: 0}",
                "{base-url: 'http://a.test', tries: 1000}",
                "{base-url: 'http://a.test', timeout: 5}"
            })
    void settingsThatCannotBeMeant(String text) {
        assertThat(settings.problems(Scene.yaml(text))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{path: contacts}",
                "{path: '/contacts?all=1'}",
                "{path: /contacts, records: data}",
                "{path: /contacts, records: /a~b}",
                "{path: /contacts, not-found: maybe}",
                "{path: /contacts, paging: {by: cursor}}",
                "{path: /contacts, paging: {by: page, next: /next}}",
                "{path: /contacts, paging: {by: guess}}",
                "{path: /contacts, file: {name: x}}",
                "{path: /contacts, file: {name: x, url: /a, path: /b}}",
                "{path: /contacts, detail: {}}"
            })
    void readsThatCannotBeMeant(String text) {
        assertThat(reads.problems(Scene.yaml(text))).isNotEmpty();
    }
}
