package si.vpogled.connector.rdap;

import java.util.Optional;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** What a WHOIS text says; the protocol has no form for it, so registries' habits are recognised. */
record WhoisAnswer(Pattern notFound) {
    private static final Pattern NOT_FOUND = Pattern.compile("(?im)^[^\\w\\n]*+("
            + "(no match|not found|no entries found|no data found|nothing found|no object found|no such domain"
            + "|domain not found|object does not exist)\\b"
            + "|((domain|registration) )?status\\s*:\\s*(free|available|no object found)\\b"
            + "|((the )?(requested )?domain( name)? )?\"?[\\w-]+(\\.[\\w-]+)+\"?"
            + " (is|was|has) (free|available|not found|not registered|not been registered)\\b)");
    /** Boilerplate may say of anything that it is not found; who has a registrar or name servers is registered. */
    private static final Pattern REGISTERED =
            Pattern.compile("(?im)^[^\\w\\n]*+(registrar|registrant|holder|created|creation date|registered|nserver"
                    + "|name ?servers?)\\b[^\\n:]{0,40}:[ \\t]*\\S");

    private static final Pattern TOO_OFTEN = Pattern.compile(
            "(?i)(rate|query|quer(y|ies)|request|connection)s?\\b.{0,60}\\b(limit|exceed|quota|too many)"
                    + "|(limit|quota).{0,30}exceed|too many (queries|requests|connections)");

    static WhoisAnswer recognisedBy(Optional<String> notFound) throws ConnectorException {
        try {
            return new WhoisAnswer(notFound.map(Pattern::compile).orElse(NOT_FOUND));
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "The setting whois-not-found is no regular expression");
        }
    }

    /** The text, if it is of a domain that is registered. */
    Optional<String> of(AskedDomain asked, String text) throws ConnectorException {
        if (notFound.matcher(text).find() && !REGISTERED.matcher(text).find()) {
            return Optional.empty();
        }
        if (asked.isMentionedIn(text)) {
            return Optional.of(text);
        }
        if (TOO_OFTEN.matcher(text).find()) {
            throw new ConnectorException(
                    FaultKind.UNAVAILABLE, "A WHOIS server says that it was asked too often; tried again later");
        }
        throw new ConnectorException(
                FaultKind.DEFECT,
                "A WHOIS server's answer does not name the domain that was asked for: look at its answers, and set"
                        + " whois-not-found if they say in other words that there is none");
    }
}
