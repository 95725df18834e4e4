package si.vpogled.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever our code says of a fault that may stand on the page of a case is told in both languages, none of it quoted. */
class FaultSentencesTest {
    private static final Path CODE = Path.of("src/main/java/si/vpogled");
    private static final Pattern FILES =
            Pattern.compile(".*/(connector|collection|storage)/.*java|.*/ReturnToReview.java");
    /** Settings that stop the start, and so never come to a case. */
    private static final Pattern AT_START =
            Pattern.compile(".*/storage/.*Settings.java|.*/storage/setup/.*|.*/HttpTransport.java");

    private static final Pattern MADE =
            Pattern.compile("ConnectorException|Fault|StoreException|InvalidExtractException|Verdict");
    private static final Pattern SAID = Pattern.compile("(?:Faults\\.|Standing\\.|StoreSettings\\.)?"
            + "(?:misconfigured|defect|unavailable|refused|wrong|over|stuck|invalid)|Optional\\.of");
    /** Two words at least: what is said, not a key, a name or a unit. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,;:]? \\p{L}{2,}");

    private static final String VALUE = "7";
    private static final String ASKED = "GET /a at http://b";
    /** What our code puts around what it is given. */
    private static final List<UnaryOperator<String>> AROUND = List.of(
            words -> words,
            words -> ASKED + " " + words + "; look at the backend's answers and the definition",
            words -> words.replaceFirst("^" + VALUE, ASKED + " answered 404"),
            words -> words.replaceFirst("^" + VALUE, "Connector c: " + ASKED + " answered that there is nothing"),
            words -> "The database at x " + words,
            words -> "The database at x " + words + ": " + VALUE,
            words -> words + ": look at the registry's answers",
            words -> "The WHOIS server x " + words + ": check it, and the network",
            words -> "The order cannot be followed: " + words,
            words -> "The extract that the job wrote cannot be used: " + words,
            words -> "The extract that the job wrote cannot be used: its outcome " + words,
            words -> words.replaceFirst("^" + VALUE, "The S3 store at x"),
            words -> "The S3 store at x " + words,
            words -> "The S3 store at x " + words + " VPOGLED_X",
            words -> "VPOGLED_X must " + words);

    /** Where words are only put around what comes. */
    private static final Set<String> PASSED_ON = Set.of(
            "7 7; look at the backend's answers and the definition",
            "The database at 7 777",
            "7: look at the registry's answers",
            "The WHOIS server 7:7 7: check it, and the network",
            "The order cannot be followed: 7",
            "The extract that the job wrote cannot be used: 7",
            "7; correct the field's from",
            "7; correct the read",
            "its outcome 7",
            "Source 7: 7");

    static Stream<String> sentences() throws IOException {
        return read();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void it_is_told_in_both_languages(String sentence) {
        List<String> english =
                WORDS.matcher(sentence).results().map(words -> words.group()).toList();

        assertThat(AROUND.stream()
                        .flatMap(around -> Stream.of(around.apply(sentence), around.apply(withoutAddition(sentence))))
                        .map(FaultMessage::of))
                .as("a text of faults_sl and faults_en for: " + sentence)
                .anySatisfy(message -> {
                    assertThat(message.ours().sl()).isNotBlank().doesNotContain(english);
                    assertThat(message.ours().en()).contains(english);
                    assertThat(message.quoted()).doesNotContain(english);
                });
    }

    /** A value that follows a word at once is an addition, such as a line's number, which may be none. */
    private static String withoutAddition(String sentence) {
        return sentence.replaceAll("(?<=\\p{L})" + VALUE, "");
    }

    private static Stream<String> read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> sentences = new LinkedHashSet<>();
        try (Stream<Path> all = Files.walk(CODE);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> code = all.filter(file -> FILES.matcher(file.toString()).matches())
                    .filter(file -> !AT_START.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(code));
            for (CompilationUnitTree file : task.parse()) {
                new Sayings(sentences).scan(file, null);
            }
        }
        sentences.removeAll(PASSED_ON);
        assertThat(sentences).as("sentences of the code").hasSizeGreaterThan(200);
        return sentences.stream();
    }

    /** What is given to those who say faults. */
    private static final class Sayings extends TreeScanner<Void, Void> {
        private final Set<String> sentences;

        Sayings(Set<String> sentences) {
            this.sentences = sentences;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (MADE.matcher(made.getIdentifier().toString()).matches()) {
                made.getArguments().forEach(this::say);
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (SAID.matcher(call.getMethodSelect().toString()).matches()) {
                call.getArguments().forEach(this::say);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getName().contentEquals("lost")
                    && method.getReturnType().toString().equals("String")) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitReturn(ReturnTree answer, Void nothing) {
                        say(answer.getExpression());
                        return null;
                    }
                }.scan(method, null);
            }
            return super.visitMethod(method, nothing);
        }

        /** The argument as a whole; where it is no text itself, the texts within it. */
        private void say(ExpressionTree argument) {
            if (text(argument)) {
                written(argument).filter(said -> WORDS.matcher(said).find()).forEach(sentences::add);
                return;
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitBinary(BinaryTree sum, Void nothing) {
                    if (text(sum)) {
                        say(sum);
                        return null;
                    }
                    return super.visitBinary(sum, nothing);
                }

                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (text(literal)) {
                        say(literal);
                    }
                    return null;
                }
            }.scan(argument, null);
        }

        private static boolean text(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> literal.getValue() instanceof String;
                case ParenthesizedTree inner -> text(inner.getExpression());
                case BinaryTree sum ->
                    sum.getKind() == Tree.Kind.PLUS && (text(sum.getLeftOperand()) || text(sum.getRightOperand()));
                default -> false;
            };
        }

        /** With a value in the place of whatever is no text, and each of two where one is chosen. */
        private static Stream<String> written(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> Stream.of(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner -> written(inner.getExpression());
                case ConditionalExpressionTree choice ->
                    Stream.concat(written(choice.getTrueExpression()), written(choice.getFalseExpression()));
                case BinaryTree sum
                when text(sum) ->
                    written(sum.getLeftOperand())
                            .flatMap(left -> written(sum.getRightOperand()).map(right -> left + right));
                default -> Stream.of(VALUE);
            };
        }
    }
}
