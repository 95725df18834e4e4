package si.vpogled.web.problem;

import io.vertx.ext.web.RoutingContext;
import si.vpogled.text.Language;

/** Says where a body may be larger than elsewhere. Asked before anything is read, on an event loop. */
public interface LargeBodies {
    boolean expected(RoutingContext context);

    /** How much people may send there, in words: less than what is read, and what they are told. */
    String most(Language language);
}
