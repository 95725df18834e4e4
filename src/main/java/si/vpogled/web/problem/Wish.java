package si.vpogled.web.problem;

/** In what form an error is wanted. */
final class Wish {
    private Wish() {}

    /** Browsers on pages get a page, all others JSON. */
    static boolean page(String path, String accept) {
        return !path.startsWith("/api/")
                && !path.startsWith("/.well-known/")
                && accept != null
                && accept.contains("text/html");
    }
}
