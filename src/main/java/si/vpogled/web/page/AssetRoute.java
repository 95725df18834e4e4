package si.vpogled.web.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Serves what pages are made of besides HTML: without cookies, since anybody on the way may keep it. A page may come from
 * a replica of another version: what it asks for under another address is served as it is here, and not kept.
 */
@ApplicationScoped
class AssetRoute {
    private static final int FIRST = -1000;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetRoute(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Router router) {
        router.getWithRegex("/assets/(?<version>[0-9a-f]{12})/(?<name>[^/]+)")
                .order(FIRST)
                .handler(this::serve);
    }

    private void serve(RoutingContext context) {
        assets.find(context.pathParam("name")).ifPresentOrElse(asset -> send(context, asset), context::next);
    }

    private static void send(RoutingContext context, Assets.Asset asset) {
        if (asset.version().equals(context.pathParam("version"))) {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.contains("gzip");
        if (packed) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .end(Buffer.buffer(packed ? asset.packed() : asset.content()));
    }
}
