package si.vpogled.demo.backend;

/** Messages that the provider's systems send, as they keep a copy of them. */
public final class Letters {
    private Letters() {}

    /** With the password in its text, as such messages have it. */
    public static String activation(String name, String what, String user, String password) {
        return """
                Pozdravljeni, %s!

                Aktivacija %s je končana. Dostopni podatki so:

                Uporabniško ime: %s
                Geslo: %s

                Geslo po prvi prijavi zamenjajte.

                Lep pozdrav
                Gostovanje Lipa
                """.formatted(name, what, user, password);
    }
}
