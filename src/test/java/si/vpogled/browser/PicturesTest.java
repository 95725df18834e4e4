package si.vpogled.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.vpogled.web.Routes;

/** The documentation shows every page that there is, in both languages. */
class PicturesTest {
    /** Each page's pictures: as it is at first, and in every other state that has words of its own. */
    private static final String OF_PAGES = """
            / | start
            /case | case case-collecting case-moved case-answered case-ready case-partial case-refused case-withdrawn
            /case | case-closed case-ended-in-part case-sent-on case-message-wrong files-too-large session-warning session-over
            /case/certificate | certificate
            /case/letters/{letter} | letter
            /case/progress | case-collecting
            /case/withdraw | case-withdraw
            /confirm/{token} | confirm confirm-expired confirm-unknown link-used
            /confirmed | confirmed-elsewhere
            /console | queue queue-assigned queue-keys queue-views queue-view-with-errors queue-with-errors
            /console/cases/{reference} | desk-new desk-collecting desk-found desk-message desk-partial desk-refused desk-withdrawn
            /console/cases/{reference} | desk-ended-in-part desk-withheld desk-with-errors session-warning-desk
            /console/cases/{reference}/history | history
            /console/cases/{reference}/items/{item} | item item-withheld item-with-errors
            /console/cases/{reference}/items/{item}/entries/{number: [0-9]{1,9}} | entry
            /console/cases/{reference}/items/{item}/entries/{number: [0-9]{1,9}}/records/{record: [1-9][0-9]{0,8}} | record
            /console/cases/{reference}/messages | desk-write forbidden
            /console/cases/{reference}/plan | plan
            /console/cases/{reference}/plan/lines/{line}/items/{item} | plan-item-with-errors
            /console/cases/{reference}/preview/{path: .+} | preview preview-withheld
            /console/cases/{reference}/runs | desk-collecting
            /console/connectors | connectors connectors-tested
            /console/dashboard | dashboard
            /console/sign-in | console-sign-in console-sign-in-failed at-provider at-provider-signed-in
            /console/sign-in/failed | refused-by-provider without-a-role
            /inventory | inventory
            /inventory/{service}/{row} | inventory-cell
            /problems/{key} | problem
            /request/check | check check-changed
            /request/sent | sent
            /request/{step: right|services|you|more|language} | form-right form-services form-you form-you-with-errors form-more
            /request/{step: right|services|you|more|language} | form-language form-ended too-large
            /sign-in | sign-in sign-in-with-errors sign-in-ended too-often
            /sign-in/code/{mark} | link-sent code-wrong code-used codes-closed sign-in-locked sign-in-expired
            /sign-in/{token} | open other-browser sign-in-unknown
            /signed-out | signed-out
            """;

    /** What belongs to no page: answers to what is not there, mails, and the report in a bundle. */
    private static final Set<String> BESIDE =
            Set.of("error", "console-error", "mail-confirm", "mail-sign-in", "report", "report-shared-hosting");

    /** A test looks at a page and names it. */
    private static final Pattern LOOKED_AT = Pattern.compile("\\b(?:look|confirm)\\((?:[^;]*, )?\"([a-z-]+)\"\\);");

    private static Map<String, Set<String>> ofPages() {
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        OF_PAGES.lines()
                .map(line -> line.split(" \\| "))
                .forEach(line ->
                        pages.computeIfAbsent(line[0], _ -> new TreeSet<>()).addAll(Arrays.asList(line[1].split(" "))));
        return pages;
    }

    @Test
    void every_page_has_its_pictures() {
        assertThat(ofPages().keySet()).containsExactlyInAnyOrderElementsOf(Routes.pages());
    }

    @Test
    void every_picture_is_there_in_both_languages_and_none_besides() throws IOException {
        Set<String> wanted = Stream.concat(ofPages().values().stream().flatMap(Set::stream), BESIDE.stream())
                .flatMap(name -> Stream.of("sl-" + name + ".jpg", "en-" + name + ".jpg"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(Pictures.SMALL)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void the_page_of_pictures_shows_them_all() throws IOException {
        assertThat(Pictures.PAGE).hasContent(Pictures.page(Pictures.names()));
    }

    @Test
    void what_a_test_looks_at_is_shown() throws IOException {
        try (Stream<Path> tests = Files.list(Path.of("src/test/java/si/vpogled/browser"))) {
            List<String> looked = new ArrayList<>();
            for (Path test :
                    tests.filter(file -> !file.endsWith("VisitorTest.java")).toList()) {
                LOOKED_AT.matcher(Files.readString(test)).results().forEach(look -> looked.add(look.group(1)));
            }
            assertThat(looked).hasSizeGreaterThan(60);
            assertThat(Pictures.names()).containsAll(looked);
        }
    }
}
