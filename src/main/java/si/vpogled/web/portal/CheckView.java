package si.vpogled.web.portal;

import java.util.List;
import si.vpogled.request.Right;
import si.vpogled.web.page.Errors;

/**
 * The answers before they are sent.
 *
 * @param key by which sending twice is noticed
 * @param digest of the answers that are shown, by which a change in another window is noticed
 */
record CheckView(
        RequestForm form, Right right, List<ServiceHoldings> services, String key, String digest, Errors errors) {
    CheckView {
        services = List.copyOf(services);
    }

    /** It is the last of them. */
    public int steps() {
        return Step.values().length + 1;
    }
}
