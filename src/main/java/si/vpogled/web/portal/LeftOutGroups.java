package si.vpogled.web.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import si.vpogled.bundle.completeness.LeftOut;
import si.vpogled.inventory.Inventory;
import si.vpogled.text.Text;
import si.vpogled.web.page.Page;

/** What an answer does not hand out, by ground. */
final class LeftOutGroups {
    private final Page page;
    private final Inventory inventory;

    LeftOutGroups(Page page, Inventory inventory) {
        this.page = page;
        this.inventory = inventory;
    }

    /**
     * All that is left out on one ground.
     *
     * @param article the provision that it rests on; may be empty
     * @param until the last day on which statute keeps it, where one does
     */
    record Group(String ground, String article, Optional<LocalDate> until, List<String> items) {}

    private record Ground(String ground, Optional<Text> article, Optional<LocalDate> until) {}

    List<Group> of(List<LeftOut> leftOut) {
        Map<Ground, List<LeftOut>> byGround =
                leftOut.stream().collect(Collectors.groupingBy(this::ground, LinkedHashMap::new, Collectors.toList()));
        return byGround.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().ground(),
                        entry.getKey().article().map(page::text).orElse(""),
                        entry.getKey().until(),
                        entry.getValue().stream().map(this::item).toList()))
                .toList();
    }

    private Ground ground(LeftOut one) {
        String ground = page.text(one.ground());
        return new Ground(
                ground.isEmpty() ? page.messages(CaseMessages.class).leftOutWith() : ground,
                one.article(),
                one.until());
    }

    private String item(LeftOut one) {
        return one.service().isEmpty()
                ? page.text(one.what())
                : page.text(one.what()) + " ("
                        + page.text(inventory.service(one.service()).name()) + ")";
    }
}
