package si.vpogled.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.demo.DemoStaff;

/** Somebody with a browser without scripts: keeps cookies, and sends forms with the token of the page before. */
public final class PageVisitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final String HTML = "text/html";

    private final CookieFilter cookies = new CookieFilter();
    private final String language;
    private String token = "";
    private Map<String, String> session = Map.of();
    private UnaryOperator<RequestSpecification> place = UnaryOperator.identity();

    public PageVisitor(String language) {
        this.language = language;
    }

    /** @param base asked for each request: where it is sent */
    public PageVisitor at(Supplier<String> base) {
        place = request -> request.baseUri(base.get());
        return this;
    }

    /** Signed in to a case. */
    public static PageVisitor subject(String language, String session) {
        PageVisitor visitor = new PageVisitor(language);
        visitor.session = Map.of("vpogled-session", session);
        return visitor;
    }

    /** Signed in to the console. */
    public static PageVisitor staff(DemoStaff member) {
        return new PageVisitor("sl").signedIn(member);
    }

    /** Signed in to the console. */
    public PageVisitor signedIn(DemoStaff member) {
        signIn(member.name(), member.password())
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/console"));
        return this;
    }

    /** Fills the console's form in and sends it. */
    public Response signIn(String name, String password) {
        get("/console/sign-in");
        return post("/console/sign-in", Map.of("j_username", name, "j_password", password));
    }

    /** The same person's other browser: it has the mails, and none of the cookies. */
    public static PageVisitor elsewhere() {
        return new PageVisitor("sl");
    }

    private RequestSpecification request() {
        return place.apply(given())
                .filter(cookies)
                .cookies(session)
                .redirects()
                .follow(false)
                .header("Accept", HTML)
                .header("Accept-Language", language);
    }

    public Response get(String path) {
        return seen(request().urlEncodingEnabled(false).get(path));
    }

    public Response post(String path, Map<String, ?> answers) {
        Map<String, Object> form = new LinkedHashMap<>(answers);
        form.putIfAbsent("csrf-token", token);
        return seen(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path));
    }

    /** A file as a browser sends it. */
    public record Upload(String name, String type, byte[] content) {}

    /** Sends a form with files, as browsers write it (HTML Standard, "Multipart form data"). */
    public Response send(String path, Map<String, String> answers, Upload... files) {
        String boundary = "----vpogled" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> form = new LinkedHashMap<>(answers);
        form.putIfAbsent("csrf-token", token);
        form.forEach((name, value) -> part(body, boundary, "name=\"" + name + "\"", "", value.getBytes(UTF_8)));
        if (files.length == 0) {
            part(body, boundary, "name=\"files\"; filename=\"\"", "application/octet-stream", new byte[0]);
        }
        for (Upload file : files) {
            String name = file.name().replace("\n", "%0A").replace("\"", "%22");
            part(body, boundary, "name=\"files\"; filename=\"" + name + "\"", file.type(), file.content());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return seen(request()
                .config(RestAssured.config.encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .body(body.toByteArray())
                .post(path));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String type, byte[] content) {
        String typed = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\n" + typed + "\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    /** Sends a form as another site would have a browser send it: with the cookies, without the page's token. */
    public Response postFromElsewhere(String path) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("step", "send")
                .post(path);
    }

    private Response seen(Response response) {
        Matcher matcher = TOKEN.matcher(response.asString());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return response;
    }

    /** Asks to sign in, and returns the address of the page that waits for the code. */
    public String askForSignIn(String reference, String email) {
        get("/sign-in");
        String place = post("/sign-in", Map.of("reference", reference, "email", email))
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return place.substring(place.indexOf("/sign-in/code/"));
    }

    /** The hidden field of a page. */
    public static String hidden(Response page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.asString());
        if (!matcher.find()) {
            throw new AssertionError("No field " + name);
        }
        return matcher.group(1);
    }

    /** Right answers to each question of the form, in their order. */
    public static Map<String, Map<String, Object>> answers(String email, String... services) {
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        answers.put("right", Map.of("right", "access"));
        answers.put("services", Map.of("services", List.of(services)));
        answers.put("you", Map.of("name", "Žan Čebašek", "email", email));
        answers.put("more", Map.of("message", "Prva vrstica\nDruga vrstica"));
        answers.put("language", Map.of("language", "sl"));
        return answers;
    }

    /** Answers all questions of the form, and returns the page on which they are checked. */
    public Response fill(String email, String... services) {
        get("/request/right");
        answers(email, services)
                .forEach((step, answer) ->
                        post("/request/" + step, answer).then().statusCode(303));
        return get("/request/check");
    }

    /** Sends what a check page shows. */
    public Response send(Response check) {
        return post("/request/check", Map.of("key", hidden(check, "key"), "digest", hidden(check, "digest")));
    }

    /** Makes a request and returns its reference. */
    public String ask(String email, String... services) {
        String place =
                send(fill(email, services)).then().statusCode(303).extract().header("Location");
        return place.substring(place.indexOf("VP-"));
    }

    /** Opens the mailed link and presses the button. */
    public void confirm(String confirmation) {
        get("/confirm/" + confirmation).then().statusCode(200);
        post("/confirm/" + confirmation, Map.of()).then().statusCode(303);
    }
}
