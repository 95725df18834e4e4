package si.vpogled.bundle.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.text.Language;

/**
 * {@code VerifyBundle bundle.zip [--key jwks.json] [--lang sl|en]}: checks a bundle and says in a few lines what holds.
 * Exit code 0 where everything does, 1 where something does not, 2 where nothing could be checked.
 */
public final class VerifyBundle {
    private static final int MOST_FAULTS = 50;

    private VerifyBundle() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** What the command does, with its exit code: 0 valid, 1 not, 2 no such bundle. */
    public static int run(List<String> arguments, PrintStream out) {
        Language language = Language.SL;
        Optional<Path> key = Optional.empty();
        Optional<Path> bundle = Optional.empty();
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.pop();
            if (argument.equals("--lang") && !left.isEmpty()) {
                language = Language.of(left.pop());
            } else if (argument.equals("--key") && !left.isEmpty()) {
                key = Optional.of(Path.of(left.pop()));
            } else if (argument.startsWith("--") || bundle.isPresent()) {
                return usage(out);
            } else {
                bundle = Optional.of(Path.of(argument));
            }
        }
        return bundle.isEmpty() ? usage(out) : verify(bundle.get(), key, language, out);
    }

    private static int usage(PrintStream out) {
        out.println("VerifyBundle bundle.zip [--key jwks.json] [--lang sl|en]");
        return 2;
    }

    private static int verify(Path bundle, Optional<Path> key, Language language, PrintStream out) {
        boolean sl = language == Language.SL;
        try {
            Optional<byte[]> trusted = key.isPresent() ? Optional.of(Files.readAllBytes(key.get())) : Optional.empty();
            Verification verification = Verification.of(bundle, trusted);
            (sl ? slovenian(verification) : english(verification)).forEach(out::println);
            verification.faults().stream()
                    .limit(MOST_FAULTS)
                    .forEach(fault -> out.println("  - " + fault.in(language)));
            if (verification.faults().size() > MOST_FAULTS) {
                out.println("  … " + verification.faults().size());
            }
            return verification.holds() ? 0 : 1;
        } catch (IOException e) {
            out.println((sl ? "Datoteke ni mogoče prebrati kot sveženj: " : "Cannot be read as a bundle: ")
                    + e.getMessage());
            return 2;
        }
    }

    private static List<String> slovenian(Verification found) {
        return List.of(
                "Sveženj " + found.reference() + ": " + (found.holds() ? "VELJA" : "NE VELJA"),
                "Prebrane datoteke: " + found.files() + " (" + found.bytes() + " B); podatki popisa: " + found.items()
                        + " (" + verdicts(found) + ")",
                found.ownKey()
                        ? "Ključ je iz svežnja. Primerjajte ga z objavljenim (/.well-known/jwks.json) ali ga podajte z"
                                + " --key."
                        : "Podpis je preverjen z danim ključem.");
    }

    private static List<String> english(Verification found) {
        return List.of(
                "Bundle " + found.reference() + ": " + (found.holds() ? "VALID" : "NOT VALID"),
                "Files read: " + found.files() + " (" + found.bytes() + " B); items of the inventory: " + found.items()
                        + " (" + verdicts(found) + ")",
                found.ownKey()
                        ? "The key is the bundle's own. Compare it with the published one (/.well-known/jwks.json), or"
                                + " give that with --key."
                        : "The signature was checked with the key given.");
    }

    private static String verdicts(Verification found) {
        return found.verdicts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
