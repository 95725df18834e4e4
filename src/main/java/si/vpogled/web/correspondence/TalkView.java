package si.vpogled.web.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import si.vpogled.correspondence.Draft;
import si.vpogled.correspondence.Message;
import si.vpogled.correspondence.Messages;
import si.vpogled.request.RequestCase;
import si.vpogled.request.State;
import si.vpogled.web.page.CountMessages;
import si.vpogled.web.page.Page;

/**
 * The messages of a case as one side sees them.
 *
 * @param all of the case
 * @param shown on the page: as many as it bears, the newest or those before one of them
 * @param own whether the reader is the subject
 * @param open whether messages can be written
 * @param over whether they no longer can
 * @param place where attachments and forms are
 */
public record TalkView(List<Message> all, List<Message> shown, boolean own, boolean open, boolean over, String place) {
    /** In the address: the message before which others are wanted. */
    public static final String BEFORE = "before";

    /** Of the messages of a page, in bytes. */
    private static final int MOST_BYTES = 40_000;

    /** Of the markup around a message, and around a file. */
    private static final int FRAME = 300;

    /** Characters that markup writes with as many bytes at the most. */
    private static final Pattern ESCAPED = Pattern.compile("[<>&\"']");

    private static final int ESCAPE = 5;

    public TalkView {
        all = List.copyOf(all);
        shown = List.copyOf(shown);
    }

    /**
     * @param before the message before which others are wanted; empty for the newest
     */
    public static TalkView of(
            List<Message> all, boolean own, RequestCase request, String place, Optional<UUID> before) {
        return new TalkView(
                all, shown(all, before), own, Messages.open(request), request.state() instanceof State.Closed, place);
    }

    private static List<Message> shown(List<Message> all, Optional<UUID> before) {
        int end = before.flatMap(id -> IntStream.range(0, all.size())
                        .filter(place -> all.get(place).id().equals(id))
                        .boxed()
                        .findFirst())
                .filter(place -> place > 0)
                .orElse(all.size());
        int begin = end;
        int bytes = 0;
        while (begin > 0 && (begin == end || bytes + bytes(all.get(begin - 1)) <= MOST_BYTES)) {
            begin--;
            bytes += bytes(all.get(begin));
        }
        return all.subList(begin, end);
    }

    private static int bytes(Message message) {
        return FRAME
                + bytes(message.text())
                + message.attachments().stream()
                        .mapToInt(file -> FRAME + bytes(file.name()))
                        .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length
                + ESCAPE * (int) ESCAPED.matcher(text).results().count();
    }

    /** Where those before the first of the page are; empty where there are none. */
    public String earlier() {
        return shown.isEmpty() || shown.getFirst().equals(all.getFirst())
                ? ""
                : place + "?" + BEFORE + "=" + shown.getFirst().id() + "#messages";
    }

    /** Where the newest are; empty where these are on the page. */
    public String newest() {
        return all.isEmpty() || !shown.isEmpty() && shown.getLast().equals(all.getLast()) ? "" : place + "#messages";
    }

    /** Whether a message is the reader's own side's. */
    public boolean ours(Message message) {
        return message.fromSubject() == own;
    }

    /** Whether the reader's side has not seen it. */
    public boolean fresh(Message message) {
        return !ours(message) && message.seen().isEmpty();
    }

    /** Whether staff are told that the subject has seen a message of theirs. */
    public boolean seenThere(Message message) {
        return !own && ours(message) && message.seen().isPresent();
    }

    /** The id of the last one that is shown; empty where there is none. */
    public String latest() {
        return shown.isEmpty() ? "" : shown.getLast().id().toString();
    }

    /** How many of the subject's messages await staff. */
    public long awaiting() {
        return all.stream()
                .filter(Message::fromSubject)
                .filter(message -> message.seen().isEmpty())
                .count();
    }

    /** Of the form: staff write more at once. */
    public int rows() {
        return own ? 6 : 12;
    }

    /** The bounds, in words. */
    public String longest(Page page) {
        return page.counted(
                Draft.LONGEST_TEXT, page.messages(CountMessages.class).characters());
    }

    public int mostFiles() {
        return Draft.MOST_FILES;
    }

    public long mostBytes() {
        return Draft.MOST_BYTES;
    }

    public String largest(Page page) {
        return page.size(Draft.MOST_BYTES);
    }
}
