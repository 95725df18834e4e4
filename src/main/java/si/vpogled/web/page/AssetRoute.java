package si.vpogled.web.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves what pages are made of besides HTML: without cookies, since anybody on the way may keep it. */
@ApplicationScoped
class AssetRoute {
    private static final int FIRST = -1000;

    private final Assets assets;

    AssetRoute(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Router router) {
        router.get("/assets/:version/:name").order(FIRST).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        assets.find(context.pathParam("version"), context.pathParam("name"))
                .ifPresentOrElse(asset -> send(context, asset), context::next);
    }

    private static void send(RoutingContext context, Assets.Asset asset) {
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
