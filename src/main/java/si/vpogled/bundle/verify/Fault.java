package si.vpogled.bundle.verify;

import si.vpogled.text.Language;
import si.vpogled.text.Text;

/** Something that is not as it should be, and where. */
record Fault(Kind kind, String where) {
    String in(Language language) {
        return kind.text.in(language) + ": " + where;
    }

    /** In the order in which they are looked for. */
    enum Kind {
        ENTRY_OUTSIDE(new Text("vnos zunaj mape svežnja", "entry outside the bundle's folder")),
        UNSAFE_NAME(new Text("nevarno ime", "unsafe name")),
        DOUBLE_NAME(new Text("ime stoji dvakrat", "name occurs twice")),
        MISSING(new Text("manjka", "missing")),
        CHANGED(new Text("spremenjeno", "changed")),
        ADDED(new Text("dodano, ni v seznamu", "added, not in the manifest")),
        UNREADABLE(new Text("neberljivo", "unreadable")),
        OXUM(new Text("število ali velikost datotek ni kot v bag-info.txt", "count or size is not as in bag-info.txt")),
        SIGNATURE(new Text("podpis ni veljaven", "signature is not valid")),
        KEY(new Text("podpisnega ključa ni med danimi", "the signing key is not among those given")),
        NO_VERDICT(new Text("podatek brez odgovora", "item without a verdict")),
        NOT_DELIVERED(new Text("izročena datoteka manjka", "delivered file is missing")),
        UNACCOUNTED(new Text("datoteke ne omenja noben odgovor", "no verdict accounts for the file")),
        SUMMARY(new Text("povzetek se ne ujema", "the summary does not add up"));

        final Text text;

        Kind(Text text) {
            this.text = text;
        }
    }
}
