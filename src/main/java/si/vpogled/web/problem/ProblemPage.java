package si.vpogled.web.problem;

import si.vpogled.text.Language;

/** Makes a page of a problem, for browsers. */
public interface ProblemPage {
    /** What is to be told. */
    record Told(int status, String type, String title, String detail) {}

    /**
     * A whole HTML document.
     *
     * @param path that was asked for
     */
    String render(Told problem, Language language, String path);
}
