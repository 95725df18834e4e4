package si.vpogled.web.api.description;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import si.vpogled.web.problem.ProblemExample;
import si.vpogled.web.problem.ProblemKind;

/** Completes the API's description; named by {@code mp.openapi.filter}. */
public class DescribeApi implements OASFilter {
    private static final String PROBLEM_JSON = "application/problem+json";
    private final Examples examples = new Examples();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Vpogled")
                .version("1")
                .description("Requests for access to one's data, from the form to the signed answer. Texts come in"
                        + " Slovenian or English, as Accept-Language asks; times are UTC (RFC 3339), days are calendar"
                        + " days in Slovenia. Whatever goes wrong is told as a problem (RFC 9457), whose type names it"
                        + " and whose detail says what to do next. New fields and states may be added.")
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")));
        api.setServers(null);
        api.setTags(List.of(
                tag("For everybody", "What needs no sign-in."),
                tag("Sign-in of the subject", "From a mailed link to a session, and out of it."),
                tag("For the subject", "One's own request. Somebody else's looks as if there were none."),
                tag("For staff", "Clerks and approvers decide; auditors read and change nothing.")));
        api.getComponents()
                .addSecurityScheme(
                        "subject",
                        scheme("bearer", "The session's token, from POST /api/v1/confirmations or /api/v1/sessions."))
                .addSecurityScheme("staff", scheme("basic", "Name and password of a member of staff."));
        api.getComponents().removeSecurityScheme("SecurityScheme");
        api.getComponents().addSchema("Problem", problem());
        api.getComponents().addSchema("FieldViolation", fieldViolation());
        api.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) -> item.getOperations().forEach((_, operation) -> describe(api, path, operation)));
    }

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }

    private static SecurityScheme scheme(String name, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(name)
                .description(description);
    }

    private void describe(OpenAPI api, String path, Operation operation) {
        APIResponses responses = operation.getResponses();
        APIResponse created = responses.getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            // the scanner's guess for a POST that answers nothing
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", created.description("No Content"));
        }
        OperationProblems.of(path, operation).forEach((status, kinds) -> {
            String name = kinds.stream().map(ProblemKind::key).collect(Collectors.joining("."));
            api.getComponents().addResponse(name, refusal(kinds));
            responses.addAPIResponse(
                    Integer.toString(status), OASFactory.createAPIResponse().ref("#/components/responses/" + name));
        });
        examples.addTo(operation);
    }

    private static APIResponse refusal(List<ProblemKind> kinds) {
        MediaType json =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        kinds.forEach(
                kind -> json.addExample(kind.key(), OASFactory.createExample().value(ProblemExample.of(kind))));
        Content content = OASFactory.createContent().addMediaType(PROBLEM_JSON, json);
        String description = kinds.stream().map(ProblemExample::title).collect(Collectors.joining(". ", "", "."));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Schema problem() {
        return type(Schema.SchemaType.OBJECT, "What went wrong, and what to do next (RFC 9457).")
                .addProperty("type", type(Schema.SchemaType.STRING, "Names the problem: /problems/<key>."))
                .addProperty("status", type(Schema.SchemaType.INTEGER, "The HTTP status."))
                .addProperty("title", type(Schema.SchemaType.STRING, "What it is, in the reader's language."))
                .addProperty("detail", type(Schema.SchemaType.STRING, "What to do next, in the reader's language."))
                .addProperty("instance", type(Schema.SchemaType.STRING, "The path that was asked for."))
                .addProperty("id", type(Schema.SchemaType.STRING, "With a 5xx: what to quote when writing to us."))
                .addProperty(
                        "violations",
                        type(Schema.SchemaType.ARRAY, "With invalid fields: each of them.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldViolation")));
    }

    private static Schema fieldViolation() {
        return type(Schema.SchemaType.OBJECT, "One wrong field.")
                .addProperty("field", type(Schema.SchemaType.STRING, "Its path in the body, or its name."))
                .addProperty("in", type(Schema.SchemaType.STRING, "body, query, path or header."))
                .addProperty("message", type(Schema.SchemaType.STRING, "What is wrong, in the reader's language."));
    }

    private static Schema type(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
