package si.vpogled.connector.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import si.vpogled.connector.ApprovedStep;
import si.vpogled.connector.Order;
import si.vpogled.connector.Period;
import si.vpogled.connector.PlannedGroup;
import si.vpogled.connector.PlannedGroup.Way;
import si.vpogled.connector.RecordGroup;
import si.vpogled.inventory.ItemId;
import si.vpogled.storage.ObjectKey;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;
import si.vpogled.text.Language;

/**
 * An order from its tree, no less strict than {@code order.schema.json}: a test holds one against the other. Written out,
 * because a job would spend more time on preparing schema and mapping than on all else before its first question.
 */
final class OrderTree {
    private static final int MANY = 10_000;
    private static final int MAX_ATTEMPT = 1_000_000;
    private static final int MAX_SECONDS = 86_400;
    private static final Pattern ID = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PLAN = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** What a JWK may say besides, and how long it may be. */
    private static final Map<String, Integer> REMARKS = Map.of("kid", 200, "use", 20, "alg", 50);

    private OrderTree() {}

    /** @throws IllegalArgumentException where the tree is not an order */
    static Order order(JsonNode tree) {
        Members members = new Members(tree);
        require(members.whole("version", Order.VERSION) == Order.VERSION);
        Order order = new Order(
                Order.VERSION,
                uuid(members.text("run")),
                (int) members.whole("attempt", MAX_ATTEMPT),
                uuid(members.text("request")),
                matching(ID, members.text("connector")),
                operation(members.text("operation")),
                list(members.take("identifiers"), OrderTree::identifier),
                items(members.take("items")),
                language(members.text("language")),
                ObjectKey.checked(members.text("destination")),
                recipient(members.take("recipient")),
                limits(members.take("limits")),
                members.has("step") ? Optional.of(step(members.take("step"))) : Optional.empty());
        members.end();
        require(order.operation().isPlanned() == order.step().isPresent());
        return order;
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        require(uuid.toString().equals(text));
        return uuid;
    }

    private static Order.Operation operation(String text) {
        return switch (text) {
            case "collect" -> Order.Operation.COLLECT;
            case "test" -> Order.Operation.TEST;
            case "find" -> Order.Operation.FIND;
            case "erase" -> Order.Operation.ERASE;
            case "verify" -> Order.Operation.VERIFY;
            case "hold" -> Order.Operation.HOLD;
            case "release" -> Order.Operation.RELEASE;
            default -> throw new IllegalArgumentException("No such operation");
        };
    }

    private static Language language(String text) {
        Language language = Language.of(text);
        require(language.tag().equals(text));
        return language;
    }

    private static Identifier identifier(JsonNode tree) {
        Members members = new Members(tree);
        IdentifierKind kind = IdentifierKind.of(members.text("kind"));
        String value = members.text("value");
        members.end();
        require(value.length() <= Identifier.MAX_LENGTH);
        require(value.chars().noneMatch(Character::isISOControl));
        require(value.chars().anyMatch(character -> character != ' ' && character != '\u00A0'));
        return Identifier.of(kind, value);
    }

    /** None twice; as texts, whose hashes nobody has to prepare. */
    private static List<ItemId> items(JsonNode tree) {
        Set<String> seen = new HashSet<>();
        return list(tree, item -> {
            require(item.isTextual() && item.textValue().length() <= 200 && seen.add(item.textValue()));
            return ItemId.parse(item.textValue());
        });
    }

    private static Map<String, Object> recipient(JsonNode tree) {
        Members members = new Members(tree);
        Map<String, Object> key = new HashMap<>();
        key.put("kty", matching(Pattern.compile("OKP"), members.text("kty")));
        key.put("crv", matching(Pattern.compile("X25519"), members.text("crv")));
        key.put("x", matching(KEY, members.text("x")));
        REMARKS.forEach((name, length) -> {
            if (members.has(name)) {
                String remark = members.text(name);
                require(remark.length() <= length);
                key.put(name, remark);
            }
        });
        members.end();
        return key;
    }

    private static Order.Limits limits(JsonNode tree) {
        Members members = new Members(tree);
        Order.Limits limits = new Order.Limits(
                members.whole("seconds", MAX_SECONDS),
                members.whole("records", Long.MAX_VALUE),
                members.whole("bytes", Long.MAX_VALUE));
        members.end();
        return limits;
    }

    private static <T> List<T> list(JsonNode tree, Function<JsonNode, T> each) {
        require(tree.isArray() && tree.size() <= MANY);
        List<T> list = new ArrayList<>(tree.size());
        for (Iterator<JsonNode> elements = tree.elements(); elements.hasNext(); ) {
            list.add(each.apply(elements.next()));
        }
        return list;
    }

    private static ApprovedStep step(JsonNode tree) {
        Members members = new Members(tree);
        ApprovedStep step = new ApprovedStep(
                matching(PLAN, members.text("plan")), list(members.take("groups"), OrderTree::planned));
        members.end();
        require(!step.groups().isEmpty());
        return step;
    }

    private static PlannedGroup planned(JsonNode tree) {
        Members members = new Members(tree);
        PlannedGroup planned = new PlannedGroup(
                group(members.take("group")),
                way(members.text("way")),
                items(members.take("items")),
                members.whole("records", Long.MAX_VALUE));
        members.end();
        return planned;
    }

    private static RecordGroup group(JsonNode tree) {
        Members members = new Members(tree);
        RecordGroup group = new RecordGroup(
                matching(ID, members.text("collection")),
                matching(ID, members.text("service")),
                identifier(members.take("identifier")),
                Period.of(members.text("period")));
        members.end();
        return group;
    }

    private static Way way(String text) {
        return switch (text) {
            case "erase" -> Way.ERASE;
            case "anonymise" -> Way.ANONYMISE;
            default -> throw new IllegalArgumentException("No such way");
        };
    }

    private static String matching(Pattern pattern, String text) {
        require(pattern.matcher(text).matches());
        return text;
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("Not an order");
        }
    }

    /** Those of one object: each asked for is there, and none is there that nobody asked for. */
    private static final class Members {
        private final JsonNode object;
        private final Set<String> left = new HashSet<>();

        private Members(JsonNode tree) {
            require(tree instanceof ObjectNode);
            object = tree;
            tree.fieldNames().forEachRemaining(left::add);
        }

        private boolean has(String name) {
            return object.has(name);
        }

        private JsonNode take(String name) {
            require(left.remove(name));
            return object.get(name);
        }

        private String text(String name) {
            JsonNode text = take(name);
            require(text.isTextual());
            return text.textValue();
        }

        private long whole(String name, long most) {
            JsonNode number = take(name);
            require(number.isIntegralNumber() && number.canConvertToLong());
            require(number.longValue() >= 1 && number.longValue() <= most);
            return number.longValue();
        }

        private void end() {
            require(left.isEmpty());
        }
    }
}
