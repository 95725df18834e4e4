package si.vpogled.web.page;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import si.vpogled.storage.seal.Sha256;

/** Style sheets, scripts and pictures. Their addresses follow from their content, so that they can be kept for ever. */
@Singleton
public class Assets {
    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";
    private static final int VERSION_LENGTH = 12;

    private final Map<String, Asset> assets;

    Assets(Brand brand) {
        assets = Stream.concat(shipped(brand), branded(brand))
                .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
    }

    private static Stream<Asset> shipped(Brand brand) {
        return Stream.of(
                read("pico.css", PICO, "text/css"),
                read("pages.css", "/assets/pages.css", "text/css"),
                read("pages.js", "/assets/pages.js", "text/javascript"),
                read("queue.js", "/assets/queue.js", "text/javascript"),
                read("live.js", "/assets/live.js", "text/javascript"),
                read("talk.js", "/assets/talk.js", "text/javascript"),
                read("stay.js", "/assets/stay.js", "text/javascript"),
                read("form.js", "/assets/form.js", "text/javascript"),
                icon(brand));
    }

    /** What this provider's pages have of their own. */
    private static Stream<Asset> branded(Brand brand) {
        byte[] colours = brand.palette().css().getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                Stream.of(asset("brand.css", "text/css", colours)),
                brand.logo().map(logo -> asset(logo.name(), logo.type(), logo.content())).stream());
    }

    /** In the provider's colour. */
    private static Asset icon(Brand brand) {
        String drawn = new String(content("/assets/icon.svg"), StandardCharsets.UTF_8);
        String coloured = drawn.replace("#0172ad", brand.palette().light().toString());
        return asset("icon.svg", "image/svg+xml", coloured.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param packed the same content by gzip; nothing secret is in it, so that its length tells nothing
     */
    record Asset(String name, String version, String type, byte[] content, byte[] packed) {}

    /** The address of an asset. */
    public String href(String name) {
        return "/assets/" + assets.get(name).version() + "/" + name;
    }

    /** Ours of that name, whichever its version. */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static Asset read(String name, String resource, String type) {
        return asset(name, type, content(resource));
    }

    private static byte[] content(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Asset asset(String name, String type, byte[] content) {
        try {
            String version = Sha256.hex(content).substring(0, VERSION_LENGTH);
            String shown = type.equals("image/png") ? type : type + ";charset=UTF-8";
            return new Asset(name, version, shown, content, packed(content));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
