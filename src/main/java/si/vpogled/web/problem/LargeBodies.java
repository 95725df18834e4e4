package si.vpogled.web.problem;

import io.vertx.ext.web.RoutingContext;

/** Says where a body may be larger than elsewhere. Asked before anything is read, on an event loop. */
public interface LargeBodies {
    boolean expected(RoutingContext context);
}
