package si.vpogled.demo.people;

/** A postal address in Slovenia. */
public record Address(String street, String postCode, String town) {
    public String townLine() {
        return postCode + " " + town;
    }
}
