package si.vpogled.web.input;

/** What was typed into a field, as a browser sends it. */
public final class Typing {
    private Typing() {}

    /**
     * As it was typed, without blanks around it: forms send line ends as two characters, while a field's {@code
     * maxlength} counts each as one (HTML Standard, "Constructing the entry list" and "Limiting user input length").
     *
     * @param sent may be null, where the field was not sent
     */
    public static String of(String sent) {
        return sent == null
                ? ""
                : sent.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
