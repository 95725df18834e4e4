package si.vpogled.connector.rdap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.vpogled.connector.ConnectorException;
import si.vpogled.connector.FaultKind;

/** A WHOIS server (RFC 3912): a line is sent, a text comes back until the server closes. */
record WhoisServer(String host, int port) {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s\\[\\]]+)(?::(\\d{1,5}))?");
    private static final int USUAL_PORT = 43;
    /** Far more than any registry writes of one domain. */
    private static final int LARGEST = 256 * 1024;

    static WhoisServer of(String address) throws ConnectorException {
        Matcher matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches()) {
            throw new ConnectorException(
                    FaultKind.MISCONFIGURED, "A WHOIS server is written host or host:port: correct whois");
        }
        int port = matcher.group(2) == null ? USUAL_PORT : Integer.parseInt(matcher.group(2));
        return new WhoisServer(matcher.group(1), port);
    }

    /** The answer's text, as UTF-8 or else Latin-1. */
    String ask(AskedDomain domain, Waiting waiting) throws ConnectorException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), waiting.connect());
            socket.getOutputStream().write((domain.name() + "\r\n").getBytes(US_ASCII));
            return text(whole(socket, waiting));
        } catch (SocketTimeoutException e) {
            throw unavailable("does not answer in time", e);
        } catch (IOException e) {
            throw unavailable("cannot be reached, or broke off", e);
        }
    }

    /** That the server is there. */
    void test(Waiting waiting) throws ConnectorException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), waiting.connect());
        } catch (IOException e) {
            throw unavailable("cannot be reached", e);
        }
    }

    private byte[] whole(Socket socket, Waiting waiting) throws IOException, ConnectorException {
        byte[] answer = new byte[LARGEST + 1];
        int length = 0;
        InputStream in = socket.getInputStream();
        while (length <= LARGEST) {
            socket.setSoTimeout(waiting.read());
            int read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                return java.util.Arrays.copyOf(answer, length);
            }
            length += read;
        }
        throw new ConnectorException(
                FaultKind.REFUSED,
                "A WHOIS server's answer is larger than " + LARGEST / 1024 + " KiB, and was not read");
    }

    private static String text(byte[] bytes) throws ConnectorException {
        String text = decoded(bytes).replace("\r\n", "\n");
        if (text.isBlank()) {
            throw new ConnectorException(FaultKind.UNAVAILABLE, "A WHOIS server closed without an answer");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            throw new ConnectorException(
                    FaultKind.DEFECT, "A WHOIS server answered something that is no text: check its address");
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private ConnectorException unavailable(String what, IOException e) {
        return new ConnectorException(
                FaultKind.UNAVAILABLE,
                "The WHOIS server " + host + ":" + port + " " + what + ": check it, and the network",
                e);
    }
}
