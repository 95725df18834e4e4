package si.vpogled.bundle.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.vpogled.storage.seal.Sha256;

/** The templates, apart from those of the service: every value is escaped, whatever it holds. */
public final class Pages {
    private static final Variant HTML = Variant.forContentType("text/html");

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .addLocator(Pages::locate)
            .strictRendering(true)
            .build();

    private final String css = resource("/bundle/report.css");
    private final String script = resource("/bundle/search.js");

    String css() {
        return css;
    }

    String script() {
        return script;
    }

    /** Forbids everything but the style and the script that the page brings along, and what that script loads. */
    public String policy(boolean withScript) {
        return "default-src 'none'; style-src '" + hash(css) + "'; img-src data:; "
                + (withScript ? "script-src '" + hash(script) + "' 'strict-dynamic'; " : "")
                + "base-uri 'none'; form-action 'none'";
    }

    /** @param name of the template, without its ending */
    public String render(String name, Map<String, Object> data) {
        return engine.getTemplate(name).instance().data(data).render();
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        String text = resource("/bundle/templates/" + id + ".html");
        return Optional.of(new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(text);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(HTML);
            }
        });
    }

    public static String resource(String name) {
        try (InputStream stream = Pages.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
