package si.vpogled.request;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes of a form's key the id of what is stored for it: the same for the same form, case and sender, and no other's. */
final class FormKey {
    private FormKey() {}

    static UUID id(String what, UUID request, Actor actor, UUID key) {
        String name = what + "/" + request + "/" + actor.kind() + "/" + actor.name() + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
