package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the connectors. */
@MessageBundle("plug")
public interface ConnectorMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String lastSuccess();

    @Message
    String never();

    @Message
    String ended();

    @Message
    String median();

    @Message
    String ninetieth();

    @Message
    String faults();

    @Message
    String noFaults();

    @Message
    String lastFault();

    @Message
    String told();

    @Message
    String failed(String at, String fault, String time);

    @Message
    String definition();

    @Message
    String ways();

    @Message
    String needs();

    @Message
    String yields();

    @Message
    String steps();

    @Message
    String concurrency();

    @Message
    String limits();

    @Message
    String collectionsCaption(String source);

    @Message
    String collection();

    @Message
    String way();

    @Message
    String row();

    @Message
    String items();

    @Message
    String test();

    @Message
    String resultCaption(String source);

    @Message
    String testHint();

    @Message
    String testedBy(String actor, String at);

    @Message
    String took(String time);

    @Message
    String underWay();

    @Message
    String aborted();

    @Message
    String passed();

    @Message
    String notPassed();

    @Message
    String check();

    @Message
    String asked();

    @Message
    String result();

    @Message
    String fine();

    @Message
    String partSource();

    @Message
    String partIdentify();

    @Message
    String partCollection();
}
