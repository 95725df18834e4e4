package si.vpogled.connector.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** What went wrong, by kind. Causes are left out: their messages hold addresses with values, and pieces of answers. */
final class Faults {
    private Faults() {}

    static ConnectorException stopped() {
        return new ConnectorException(FaultKind.UNAVAILABLE, "The run was stopped while it waited for the backend");
    }

    static ConnectorException status(Ask ask, int status) {
        String answered = where(ask) + " answered " + status;
        return switch (status) {
            case 401 ->
                misconfigured(answered + ": the credentials are not accepted; correct the source's auth or its secret");
            case 403 ->
                new ConnectorException(
                        FaultKind.REFUSED,
                        answered + ": these credentials may not read it; ask the backend's owner for the right to");
            case 404, 410 ->
                misconfigured(answered + ": there is nothing at this path; correct it, or say not-found: none");
            case 408, 425, 429 -> unavailable(answered + ": too many requests or too slow; tried again later");
            default ->
                status >= 500
                        ? unavailable(answered + "; look at the backend's log if it stays so")
                        : status >= 400
                                ? misconfigured(answered + ": the backend does not understand the request; correct the"
                                        + " definition")
                                : defect(ask, "answered " + status + ", which no request of ours asks for");
        };
    }

    static ConnectorException io(Ask ask, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return stopped();
        }
        return switch (e) {
            case SocketTimeoutException ignored -> unavailable(where(ask) + " did not answer in time");
            case UnknownHostException ignored ->
                unavailable(where(ask) + ": the host's name has no address; check the source's address");
            case ConnectException ignored ->
                unavailable(where(ask) + ": the connection was refused; is the backend up?");
            case SSLException tls
            when isAboutTrust(tls) ->
                misconfigured(where(ask) + ": the server's certificate is not trusted; set tls.ca-file, or correct the"
                        + " server's certificate");
            case ZipException ignored -> defect(ask, "answered with a body that is no proper gzip, or grows too much");
            case ProtocolException ignored -> defect(ask, "answered something that is not HTTP");
            default ->
                isNoHttp(e)
                        ? defect(ask, "answered something that is not HTTP")
                        : unavailable(where(ask) + ": the connection broke before everything was read");
        };
    }

    /** Whether the same request may work a moment later. */
    static boolean passing(ConnectorException fault, IOException e) {
        return fault.kind() == FaultKind.UNAVAILABLE
                && !(e instanceof ConnectException)
                && !(e instanceof SocketTimeoutException)
                && !(e instanceof UnknownHostException);
    }

    static ConnectorException defect(Ask ask, String what) {
        return new ConnectorException(
                FaultKind.DEFECT, where(ask) + " " + what + "; look at the backend's answers and the definition");
    }

    static ConnectorException unavailable(String what) {
        return new ConnectorException(FaultKind.UNAVAILABLE, what);
    }

    static ConnectorException misconfigured(String what) {
        return new ConnectorException(FaultKind.MISCONFIGURED, what);
    }

    /** The request and the origin that it went to. */
    static String where(Ask ask) {
        return ask.label() + " at " + Addresses.origin(ask.uri());
    }

    private static boolean isAboutTrust(SSLException e) {
        return e instanceof SSLPeerUnverifiedException
                || e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException;
    }

    /** The JDK has no type of its own for this. */
    private static boolean isNoHttp(IOException e) {
        return String.valueOf(e.getMessage()).startsWith("Invalid Http response");
    }
}
