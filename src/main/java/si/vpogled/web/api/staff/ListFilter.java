package si.vpogled.web.api.staff;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import si.vpogled.request.ListRequests;
import si.vpogled.request.Right;
import si.vpogled.web.input.OneOf;
import si.vpogled.web.input.PlainText;
import si.vpogled.web.problem.InvalidFieldException;

/** What of the list is wanted. Everything comes as text, so that what is wrong is told like any other wrong field. */
public class ListFilter {
    private static final int USUAL = 50;

    @QueryParam("state")
    @OneOf({
        "awaiting-confirmation",
        "awaiting-decision",
        "collecting",
        "in-review",
        "assembling",
        "planned",
        "awaiting-approval",
        "executing",
        "proving",
        "ready",
        "remaining",
        "closed"
    })
    @Parameter(
            description = "Only requests in this state.",
            schema =
                    @Schema(
                            enumeration = {
                                "awaiting-confirmation",
                                "awaiting-decision",
                                "collecting",
                                "in-review",
                                "assembling",
                                "planned",
                                "awaiting-approval",
                                "executing",
                                "proving",
                                "ready",
                                "remaining",
                                "closed"
                            }))
    String state;

    @QueryParam("right")
    @OneOf({"access", "portability", "erasure"})
    @Parameter(
            description = "Only requests for this right.",
            schema = @Schema(enumeration = {"access", "portability", "erasure"}))
    String right;

    @QueryParam("due-before")
    @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "{vpogled.Day.message}")
    @Parameter(description = "Only requests due on an earlier day.", example = "2026-05-04")
    String dueBefore;

    @QueryParam("overdue")
    @OneOf({"true", "false"})
    @Parameter(description = "Only requests that are late.", schema = @Schema(type = SchemaType.BOOLEAN))
    String overdue;

    @QueryParam("assignee")
    @Size(max = 64)
    @PlainText
    @Parameter(description = "Only requests of this member of staff.", example = "klara")
    String assignee;

    @QueryParam("text")
    @Size(max = 100)
    @PlainText
    @Parameter(
            description =
                    "Part of reference, name, e-mail, customer number, domain or another identifier; the beginning of a word where it is shorter than three letters.",
            example = "novak")
    String text;

    @QueryParam("cursor")
    @Size(max = 100)
    @Parameter(description = "What the page before gave as next.")
    String cursor;

    @QueryParam("limit")
    @Pattern(regexp = "[1-9]\\d?|1\\d\\d|200")
    @Parameter(
            description = "Requests at the most, 1 to 200; 50 where it is left out.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    ListRequests.Query query() {
        return new ListRequests.Query(
                new ListRequests.Filter(
                        Optional.ofNullable(state),
                        Optional.ofNullable(right).map(Right::of),
                        Optional.ofNullable(dueBefore).map(ListFilter::day).map(ListRequests.Due.Before::new),
                        Boolean.parseBoolean(overdue),
                        given(assignee),
                        given(text)),
                given(cursor).map(Cursor::position).map(row -> new ListRequests.From(row, false)),
                Optional.ofNullable(limit).map(Integer::parseInt).orElse(USUAL));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidFieldException(InvalidFieldException.In.QUERY, "due-before", "day");
        }
    }
}
