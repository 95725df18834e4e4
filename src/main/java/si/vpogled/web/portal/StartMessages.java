package si.vpogled.web.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the first page. */
@MessageBundle("start")
public interface StartMessages {
    @Message
    String title();

    @Message
    String lead(String provider);

    @Message
    String begin();

    @Message
    String whatTitle();

    @Message
    String what();

    @Message
    String inventoryLink();

    @Message
    String longTitle();

    @Message
    String howLong();

    @Message
    String today(String day);

    @Message
    String longer();

    @Message
    String needTitle();

    @Message
    String needEmail();

    @Message
    String needNumber();

    @Message
    String needProof();

    @Message
    String howTitle();

    @Message
    String howSend();

    @Message
    String howConfirm();

    @Message
    String howCollect();

    @Message
    String howDownload();

    @Message
    String againTitle();

    @Message
    String again();

    @Message
    String signIn();

    @Message
    String helpTitle();

    @Message
    String help();

    @Message
    String phone();

    @Message
    String email();

    @Message
    String website();
}
