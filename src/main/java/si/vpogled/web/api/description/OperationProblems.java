package si.vpogled.web.api.description;

import static si.vpogled.web.problem.ProblemKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import si.vpogled.web.problem.ProblemKind;

/** Which problems an operation can tell of: those that follow from its shape, and its own. */
final class OperationProblems {
    private static final Map<String, List<ProblemKind>> OWN = Map.ofEntries(
            Map.entry(
                    "submitRequest",
                    List.of(RIGHT_NOT_OFFERED, UNKNOWN_SERVICE, IDEMPOTENCY_MISMATCH, TOO_MANY_REQUESTS)),
            Map.entry("confirmRequest", List.of(LINK_UNUSABLE, TOO_MANY_REQUESTS)),
            Map.entry("askForSignIn", List.of(TOO_MANY_REQUESTS)),
            Map.entry("openSession", List.of(WRONG_CODE, LINK_UNUSABLE, TOO_MANY_REQUESTS)),
            Map.entry("withdrawRequest", List.of(WRONG_STATE)),
            Map.entry("downloadBundle", List.of(DOWNLOAD_OVER, RANGE_NOT_SATISFIABLE, DOWNLOAD_LATER)),
            Map.entry("headOfBundle", List.of(DOWNLOAD_OVER, DOWNLOAD_LATER)),
            Map.entry("acceptRequest", List.of(WRONG_STATE, IDENTITY_INSUFFICIENT)),
            Map.entry("refuseRequest", List.of(WRONG_STATE)),
            Map.entry("reopenRequest", List.of(WRONG_STATE)),
            Map.entry("withdrawForSubject", List.of(WRONG_STATE)),
            Map.entry("extendTimeLimit", List.of(WRONG_STATE, EXTENDED_ALREADY, EXTENSION_TOO_LATE)),
            Map.entry("releaseRequest", List.of(WRONG_STATE, ANSWER_INCOMPLETE, WITHHOLDING_OPEN, ANSWER_CHANGED)),
            Map.entry("endPartialAnswer", List.of(WRONG_STATE)),
            Map.entry("addNote", List.of(WRONG_STATE)),
            Map.entry("assignRequest", List.of(WRONG_STATE, UNKNOWN_COLLEAGUE)),
            Map.entry("recordIdentityCheck", List.of(WRONG_STATE)),
            Map.entry("retryConnector", List.of(UNKNOWN_CONNECTOR, WRONG_STATE, NOTHING_TO_RETRY)),
            Map.entry("readPlan", List.of(WRONG_STATE)),
            Map.entry("readCertificate", List.of(WRONG_STATE)),
            Map.entry(
                    "changeVerdict",
                    List.of(UNKNOWN_ITEM, UNKNOWN_GROUP, WRONG_STATE, PLAN_CHANGED, VERDICT_NOT_ALLOWED)),
            Map.entry("proposePlan", List.of(WRONG_STATE, PLAN_CHANGED, PLAN_INCOMPLETE)),
            Map.entry("sendPlanBack", List.of(WRONG_STATE, PLAN_CHANGED)),
            Map.entry("approvePlan", List.of(OWN_CASE, WRONG_STATE, PLAN_CHANGED)),
            Map.entry("testConnector", List.of(UNKNOWN_CONNECTOR, TEST_RUNNING)),
            Map.entry("withholdItem", List.of(UNKNOWN_ITEM, WRONG_STATE, NOTHING_TO_WITHHOLD)),
            Map.entry("withholdPart", List.of(UNKNOWN_PART, WRONG_STATE, FINDINGS_UNREADABLE)),
            Map.entry("restorePart", List.of(UNKNOWN_PART, WRONG_STATE)),
            Map.entry("restoreItem", List.of(UNKNOWN_ITEM, WRONG_STATE)));

    private OperationProblems() {}

    /** By status. */
    static SortedMap<Integer, List<ProblemKind>> of(String path, Operation operation) {
        List<ProblemKind> kinds = new ArrayList<>();
        if (operation.getRequestBody() != null) {
            kinds.addAll(List.of(INVALID_FIELDS, MALFORMED_BODY, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE));
        } else if (path.endsWith("/staff/requests")) {
            kinds.add(INVALID_FIELDS);
        }
        if (needs(operation, "staff")) {
            kinds.addAll(List.of(CREDENTIALS_REQUIRED, FORBIDDEN, TOO_MANY_REQUESTS));
        }
        if (needs(operation, "subject")) {
            kinds.add(SIGN_IN_REQUIRED);
        }
        if (path.contains("{reference}")) {
            kinds.add(CASE_NOT_FOUND);
        }
        kinds.addAll(OWN.getOrDefault(operation.getOperationId(), List.of()));
        kinds.add(NOT_ACCEPTABLE);
        kinds.add(INTERNAL_ERROR);
        return kinds.stream().collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()));
    }

    private static boolean needs(Operation operation, String scheme) {
        List<SecurityRequirement> security = operation.getSecurity();
        return security != null && security.stream().anyMatch(one -> one.hasScheme(scheme));
    }
}
