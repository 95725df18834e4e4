package si.vpogled.fulfilment;

import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.bundle.PreviewReport;
import si.vpogled.bundle.completeness.IncompleteException;
import si.vpogled.bundle.content.ShiftedPartException;
import si.vpogled.bundle.content.UnreadableExtractException;
import si.vpogled.bundle.plan.BundlePlan;
import si.vpogled.bundle.report.ReportPage;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;
import si.vpogled.storage.keys.RequestKeys;

/** Shows staff the report that the subject would get by the present decisions; each page seen is in the history. */
@ApplicationScoped
public class PreviewAnswer {
    /** Made of all pages: what is looked at before release needs none of it. */
    private static final Pattern SEARCH = Pattern.compile("report/[^/]+/search[./].*");

    private final ReadCase cases;
    private final PlanBundle plans;
    private final PreviewReport report;
    private final RequestKeys keys;
    private final InstantSource clock;
    /** Each page reads what was collected: nobody has more than one made at a time. */
    private final Turns turns = new Turns();

    PreviewAnswer(ReadCase cases, PlanBundle plans, PreviewReport report, RequestKeys keys, InstantSource clock) {
        this.cases = cases;
        this.plans = plans;
        this.report = report;
        this.keys = keys;
        this.clock = clock;
    }

    private record Basis(BundlePlan plan, OctetKeyPair pair) {}

    /**
     * @param path under the bundle's {@code data/}
     * @param reason in place of the one that a release in part will have
     * @return empty where the report has no such page, and for its search
     */
    public Optional<ReportPage> page(String reference, Actor actor, String path, String reason) {
        return SEARCH.matcher(path).matches()
                ? Optional.empty()
                : turns.take(actor.name(), () -> made(reference, actor, path, reason));
    }

    private Optional<ReportPage> made(String reference, Actor actor, String path, String reason) {
        Basis basis = QuarkusTransaction.requiringNew().call(() -> basis(reference, actor, path, reason));
        try {
            return report.page(basis.plan(), basis.pair(), path);
        } catch (ShiftedPartException e) {
            throw refused(CaseException.Problem.WITHHOLDING_OPEN, "", e);
        } catch (UnreadableExtractException e) {
            throw refused(CaseException.Problem.FINDINGS_UNREADABLE, e.connector(), e);
        } catch (IOException | IncompleteException e) {
            throw refused(CaseException.Problem.FINDINGS_UNREADABLE, "", e);
        }
    }

    private Basis basis(String reference, Actor actor, String path, String reason) {
        RequestCase found = cases.byStaff(reference, actor, request -> PreviewedPage.seen(path, request.services()));
        return new Basis(plans.preview(found, clock.instant(), reason), keys.keyPair(found.id()));
    }

    private static CaseException refused(CaseException.Problem problem, String subject, Exception cause) {
        CaseException refused = new CaseException(problem, subject);
        refused.initCause(cause);
        return refused;
    }
}
