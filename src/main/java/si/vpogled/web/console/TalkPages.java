package si.vpogled.web.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import si.vpogled.correspondence.MarkRead;
import si.vpogled.correspondence.OpenAttachment;
import si.vpogled.web.correspondence.MessageForm;
import si.vpogled.web.correspondence.SendAttachment;
import si.vpogled.web.input.CaseReference;
import si.vpogled.web.security.StaffActor;

/** Staff's messages to the subject. */
@Path("/console/cases/{reference}")
@RolesAllowed({"clerk", "approver"})
@RunOnVirtualThread
public class TalkPages {
    private final TalkDesk desk;
    private final MarkRead read;
    private final OpenAttachment open;
    private final StaffActor staff;

    TalkPages(TalkDesk desk, MarkRead read, OpenAttachment open, StaffActor staff) {
        this.desk = desk;
        this.read = read;
        this.open = open;
        this.staff = staff;
    }

    /**
     * @param template what the text begins with
     */
    @GET
    @Path("/messages")
    @Produces(MediaType.TEXT_HTML)
    public Response write(
            @PathParam("reference") String reference, @QueryParam("template") @DefaultValue("") String template) {
        return desk.write(CaseReference.of(reference), template);
    }

    /**
     * @param go {@code stay} where the page is wanted in the other language, with what is in the form
     */
    @POST
    @Path("/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response send(
            @PathParam("reference") String reference,
            @RestForm("key") String key,
            @RestForm("text") String text,
            @RestForm("seen") String seen,
            @RestForm("files") List<FileUpload> files,
            @RestForm("go") String go) {
        String plain = CaseReference.of(reference);
        MessageForm form = MessageForm.of(key, text, files).beside(seen);
        return MessageForm.STAY.equals(go) ? desk.stay(plain, form) : desk.send(plain, form);
    }

    @POST
    @Path("/messages/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response read(@PathParam("reference") String reference, @RestForm("seen") String seen) {
        String plain = CaseReference.of(reference);
        read.mark(plain, staff.actor(), MessageForm.id(seen));
        return TalkDesk.back(plain);
    }

    @GET
    @Path("/attachments/{attachment}")
    @RolesAllowed({"clerk", "approver", "auditor"})
    public Response attachment(@PathParam("reference") String reference, @PathParam("attachment") UUID attachment)
            throws IOException {
        return SendAttachment.send(open.byStaff(CaseReference.of(reference), staff.actor(), attachment));
    }
}
