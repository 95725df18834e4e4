package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import si.vpogled.fulfilment.RetryConnector;
import si.vpogled.request.AddNote;
import si.vpogled.request.AssignRequests;
import si.vpogled.request.RecordIdentityCheck;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.ProofMethod;

/** A case, and the daily work on it. */
@Path("/console/cases/{reference}")
@RolesAllowed({"clerk", "approver"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DeskPages {
    private final Desk desk;
    private final AddNote notes;
    private final AssignRequests assign;
    private final RecordIdentityCheck identity;
    private final RetryConnector retry;

    DeskPages(Desk desk, AddNote notes, AssignRequests assign, RecordIdentityCheck identity, RetryConnector retry) {
        this.desk = desk;
        this.notes = notes;
        this.assign = assign;
        this.identity = identity;
        this.retry = retry;
    }

    @GET
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response get(@PathParam("reference") String reference) {
        return desk.show(reference);
    }

    /** The part that changes by itself, for the script. */
    @GET
    @Path("/runs")
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response runs(@PathParam("reference") String reference) {
        return desk.runs(reference);
    }

    @POST
    @Path("/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response note(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        String text = form.text("note-text", form.messages().needNote());
        return desk.act(reference, form, "notes", (known, actor) -> notes.add(known, actor, text, form.key()));
    }

    /**
     * To the one who asks, or with {@code to=nobody} back into the queue; by the rule of the list, so that nobody takes
     * by a page that is out of date what is a colleague's by now.
     */
    @POST
    @Path("/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        boolean nobody = "nobody".equals(sent.getFirst("to"));
        Optional<String> seen = Optional.ofNullable(sent.getFirst("whose")).filter(name -> !name.isEmpty());
        return desk.assigned(
                reference,
                (known, actor) -> assign.assign(
                                List.of(new AssignRequests.Chosen(known, seen)),
                                actor,
                                nobody ? Optional.empty() : Optional.of(actor.name()))
                        .getFirst());
    }

    @POST
    @Path("/identity")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response identity(@PathParam("reference") String reference, MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        List<ProofMethod> methods =
                Stream.of(ProofMethod.values()).filter(ProofMethod::byStaff).toList();
        Optional<ProofMethod> method = form.choice(
                "check-method", methods, ProofMethod::key, form.messages().needMethod());
        List<Identifier> proved = DeskView.provable().stream()
                .map(kind -> form.identifier(DeskView.field(kind), kind))
                .flatMap(Optional::stream)
                .toList();
        String note = form.text("check-note", form.messages().needCheckNote());
        return desk.act(
                reference,
                form,
                "identity",
                (known, actor) -> identity.record(
                        known, actor, new RecordIdentityCheck.Check(method.orElseThrow(), proved, note), form.key()));
    }

    @POST
    @Path("/runs/{connector}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retry(
            @PathParam("reference") String reference,
            @PathParam("connector") String connector,
            MultivaluedMap<String, String> sent) {
        Typed form = desk.typed(sent);
        Optional<Integer> seen = Optional.ofNullable(form.entered().get("attempt"))
                .filter(attempt -> attempt.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
        return desk.act(reference, form, "runs", (known, actor) -> retry.retry(known, actor, connector, seen));
    }
}
