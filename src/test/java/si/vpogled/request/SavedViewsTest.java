package si.vpogled.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.vpogled.testing.ServiceWorld;

@QuarkusTest
@WithTestResource(ServiceWorld.class)
class SavedViewsTest {
    private static final ListRequests.Filter MINE = new ListRequests.Filter(
            Optional.of("in-review"),
            Optional.of(Right.ACCESS),
            Optional.of(new ListRequests.Due.Within(7)),
            true,
            Optional.of("klara"),
            Optional.of("Maja Žagar"));

    @Inject
    SavedViews views;

    private final Actor clerk = clerk();
    private final Actor colleague = clerk();

    @ParameterizedTest
    @ValueSource(strings = {"Moje zamujene", "🐝🐝", "מבט שלי", "a"})
    void a_view_is_kept_by_its_name_without_what_was_searched_for(String name) {
        assertThat(views.save(clerk, name, MINE, false)).isEqualTo(SavedViews.Result.DONE);

        assertThat(own()).singleElement().satisfies(view -> {
            assertThat(view.name()).isEqualTo(name);
            assertThat(view.filter())
                    .containsOnlyKeys("state", "right", "due-within", "overdue", "assignee")
                    .containsEntry("due-within", "7")
                    .containsEntry("state", "in-review");
        });
    }

    @Test
    void saving_by_the_same_name_replaces_what_was_saved() {
        views.save(clerk, "Moj", MINE, false);
        views.save(clerk, "Moj", ListRequests.Filter.NONE, true);

        assertThat(own()).singleElement().satisfies(view -> {
            assertThat(view.filter()).isEmpty();
            assertThat(view.shared()).isTrue();
        });
    }

    @Test
    void a_view_is_renamed_but_not_to_the_name_of_another() {
        views.save(clerk, "Prvi", MINE, false);
        views.save(clerk, "Drugi", MINE, false);
        UUID first = id("Prvi");

        assertThat(views.rename(clerk, first, "Drugi")).isEqualTo(SavedViews.Result.NAME_TAKEN);
        assertThat(views.rename(clerk, first, "Tretji")).isEqualTo(SavedViews.Result.DONE);
        assertThat(views.rename(clerk, first, "Tretji")).isEqualTo(SavedViews.Result.DONE);

        assertThat(own()).extracting(SavedViews.View::name).containsExactlyInAnyOrder("Drugi", "Tretji");
    }

    @Test
    void only_shared_views_are_shown_to_others_and_nobody_else_changes_them() {
        views.save(clerk, "Skupni", MINE, true);
        views.save(clerk, "Lastni", MINE, false);
        UUID shared = id("Skupni");

        assertThat(views.of(colleague))
                .filteredOn(view -> view.owner().equals(clerk.name()))
                .extracting(SavedViews.View::name)
                .containsExactly("Skupni");
        assertThat(views.rename(colleague, shared, "Ukraden")).isEqualTo(SavedViews.Result.UNKNOWN);
        views.delete(colleague, shared);

        assertThat(own()).hasSize(2);
    }

    @Test
    void a_view_that_is_deleted_is_gone_also_the_second_time() {
        views.save(clerk, "Stari", MINE, true);
        UUID id = id("Stari");

        views.delete(clerk, id);
        views.delete(clerk, id);

        assertThat(own()).isEmpty();
        assertThat(views.rename(clerk, id, "Novi")).isEqualTo(SavedViews.Result.UNKNOWN);
    }

    @Test
    void there_are_so_many_at_the_most_but_one_of_them_can_be_replaced() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            views.save(clerk, "Pogled " + i, MINE, false);
        }

        assertThat(views.save(clerk, "Še eden", MINE, false)).isEqualTo(SavedViews.Result.TOO_MANY);
        assertThat(views.save(clerk, "Pogled 7", MINE, true)).isEqualTo(SavedViews.Result.DONE);
        assertThat(own()).hasSize(SavedViews.MOST);
    }

    @Test
    void two_that_save_the_same_name_at_once_make_one_view() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<SavedViews.Result> save = () -> views.save(clerk, "Hkrati", MINE, false);
            for (Future<SavedViews.Result> saved :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> save).toList())) {
                assertThat(saved.get()).isEqualTo(SavedViews.Result.DONE);
            }
        }

        assertThat(own()).hasSize(1);
    }

    @Test
    void auditors_look_at_shared_views_and_save_none() {
        views.save(clerk, "Za vse", MINE, true);
        Actor auditor = Actor.staff("rezka", Set.of(Role.AUDITOR));

        assertThat(views.of(auditor)).extracting(SavedViews.View::id).contains(id("Za vse"));
        assertThatThrownBy(() -> views.save(auditor, "Moj", MINE, false)).isInstanceOf(CaseException.class);
        assertThatThrownBy(() -> views.delete(auditor, id("Za vse"))).isInstanceOf(CaseException.class);
    }

    private static Actor clerk() {
        return Actor.staff("pogledi-" + UUID.randomUUID(), Set.of(Role.CLERK));
    }

    private List<SavedViews.View> own() {
        return views.of(clerk).stream()
                .filter(view -> view.owner().equals(clerk.name()))
                .toList();
    }

    private UUID id(String name) {
        return own().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
