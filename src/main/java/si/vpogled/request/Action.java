package si.vpogled.request;

import java.util.Locale;

/** What an entry of the history says was done. */
public enum Action {
    SUBMITTED,
    CONFIRMED,
    NOT_CONFIRMED,
    IDENTITY_CHECKED,
    ACCEPTED,
    REFUSED,
    REOPENED,
    WITHDRAWN,
    EXTENDED,
    ASSIGNED,
    NOTED,
    COLLECTED,
    CONNECTOR_RETRIED,
    ITEM_WITHHELD,
    ITEM_RESTORED,
    WITHHOLDING_LOST,
    RELEASED,
    ASSEMBLED,
    NOT_ASSEMBLED,
    SUPPLEMENT_COLLECTED,
    ENDED_IN_PART,
    MESSAGE_SENT,
    MESSAGES_READ,
    LETTER_SENT,
    LETTER_FAILING,
    LETTER_DROPPED,
    LETTER_UNDELIVERABLE,
    LETTER_READ,
    SIGNED_IN,
    SIGN_IN_LOCKED,
    DOWNLOADED,
    DESTINATION_NAMED,
    TRANSMITTED,
    TRANSMISSION_FAILED,
    VIEWED,
    LISTED,
    SEARCHED,
    EXPORTED,
    DOWNLOAD_PROLONGED,
    DOWNLOAD_ENDED,
    CLOSED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
