package si.vpogled.web.correspondence;

import java.util.List;
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
 * @param own whether the reader is the subject
 * @param open whether messages can be written
 * @param over whether they no longer can
 * @param place where attachments and forms are
 */
public record TalkView(List<Message> all, boolean own, boolean open, boolean over, String place) {
    public TalkView {
        all = List.copyOf(all);
    }

    public static TalkView of(List<Message> all, boolean own, RequestCase request, String place) {
        return new TalkView(all, own, Messages.open(request), request.state() instanceof State.Closed, place);
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
        return all.isEmpty() ? "" : all.getLast().id().toString();
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
