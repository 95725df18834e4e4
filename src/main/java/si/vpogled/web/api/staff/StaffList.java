package si.vpogled.web.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import si.vpogled.request.ListRequests;
import si.vpogled.request.RequestCase;
import si.vpogled.text.Language;
import si.vpogled.web.words.StateWords;

/** A page of the list. */
@Schema(name = "RequestList", description = "Requests, the most urgent first.")
record StaffList(
        List<Row> requests,

        @Schema(description = "The cursor of the next page; left out on the last.")
        Optional<String> next) {
    @Schema(name = "RequestRow", description = "A request in the list.")
    record Row(
            @Schema(examples = "VP-7K3M-9Q2D-X4TB") String reference,
            @Schema(examples = "access") String right,
            @Schema(examples = "in-review") String state,
            @Schema(examples = "pregled") String stateLabel,
            String name,
            String email,
            Instant receivedAt,
            LocalDate dueOn,
            boolean extended,
            Optional<String> assignee) {}

    static StaffList of(ListRequests.Page page, Language language) {
        return new StaffList(
                page.cases().stream().map(found -> row(found, language)).toList(),
                page.next().map(Cursor::of));
    }

    private static Row row(RequestCase found, Language language) {
        return new Row(
                found.reference(),
                found.right().key(),
                found.state().key(),
                StateWords.label(found.state()).in(language),
                found.name(),
                found.email(),
                found.receivedAt(),
                found.dueOn(),
                found.extension().isPresent(),
                found.assignee());
    }
}
