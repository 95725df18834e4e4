package si.vpogled.bundle.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import si.vpogled.text.Text;
import si.vpogled.text.Texts;

/**
 * {@code VerifyBundle bundle.zip [--key jwks.json] [--lang sl|en]}: checks a bundle and says in a few lines what holds.
 * Exit code 0 where everything does, 1 where something does not, 2 where nothing could be checked.
 */
public final class VerifyBundle {
    private static final Texts TEXTS = Texts.of("bundle");
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
        Optional<byte[]> trusted = key.flatMap(VerifyBundle::keys);
        if (key.isPresent() && trusted.isEmpty()) {
            out.println(TEXTS.text("verify.no-keys", key.get()).in(language));
            return 2;
        }
        try {
            Verification verification = Verification.of(bundle, trusted);
            told(verification).forEach(line -> out.println(line.in(language)));
            verification.faults().stream()
                    .limit(MOST_FAULTS)
                    .forEach(fault -> out.println("  - " + fault.in(language)));
            if (verification.faults().size() > MOST_FAULTS) {
                out.println("  … " + verification.faults().size());
            }
            return verification.holds() ? 0 : 1;
        } catch (IOException e) {
            out.println(TEXTS.text("verify.unreadable", e.getMessage()).in(language));
            return 2;
        }
    }

    /** A JWK set (RFC 7517); empty where it is none. */
    private static Optional<byte[]> keys(Path file) {
        try {
            byte[] keys = Files.readAllBytes(file);
            return new ObjectMapper().readTree(keys).path("keys").isArray() ? Optional.of(keys) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Text> told(Verification found) {
        return List.of(
                found.holds()
                        ? TEXTS.text("verify.holds", found.reference())
                        : TEXTS.text("verify.fails", found.reference()),
                TEXTS.text("verify.counts", found.files(), found.bytes(), found.items(), verdicts(found)),
                found.ownKey() ? TEXTS.text("verify.own-key") : TEXTS.text("verify.given-key"));
    }

    private static String verdicts(Verification found) {
        return found.verdicts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
