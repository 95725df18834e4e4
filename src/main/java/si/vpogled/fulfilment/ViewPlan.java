package si.vpogled.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import si.vpogled.erasure.Certificates;
import si.vpogled.erasure.ErasureGroups;
import si.vpogled.erasure.Notices;
import si.vpogled.erasure.Plans;
import si.vpogled.request.Actor;
import si.vpogled.request.CaseException;
import si.vpogled.request.ReadCase;
import si.vpogled.request.RequestCase;

/** The plan of an erasure as staff see it, and how far it is carried out; each look at it is in the case's history. */
@ApplicationScoped
public class ViewPlan {
    private final ReadCase cases;
    private final Plans plans;
    private final ErasureGroups groups;
    private final Certificates certificates;
    private final Notices notices;

    ViewPlan(ReadCase cases, Plans plans, ErasureGroups groups, Certificates certificates, Notices notices) {
        this.cases = cases;
        this.plans = plans;
        this.groups = groups;
        this.certificates = certificates;
        this.notices = notices;
    }

    /**
     * @param version the last one; empty where none was made yet
     * @param certified whether there is a certificate
     * @param notices whom it was told to
     */
    public record View(
            RequestCase request,
            Optional<Plans.Version> version,
            List<ErasureGroups.Group> groups,
            boolean certified,
            List<Notices.Notice> notices) {
        public View {
            groups = List.copyOf(groups);
            notices = List.copyOf(notices);
        }
    }

    @Transactional
    public View view(String reference, Actor actor) {
        RequestCase found = cases.byStaff(reference, actor, "plan");
        List<Plans.Version> versions = plans.of(found.id());
        return new View(
                found,
                versions.stream().reduce((_, last) -> last),
                groups.of(found.id()),
                certificates.last(found.id()).isPresent(),
                notices.of(found.id()));
    }

    /**
     * The last certificate of a case.
     *
     * @throws CaseException where nothing is certified yet
     */
    @Transactional
    public Certificates.Issued certificate(String reference, Actor actor) {
        RequestCase found = cases.byStaff(reference, actor, "plan");
        return certificates
                .last(found.id())
                .orElseThrow(() -> new CaseException(
                        CaseException.Problem.WRONG_STATE, found.state().key()));
    }
}
