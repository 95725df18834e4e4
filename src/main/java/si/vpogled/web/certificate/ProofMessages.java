package si.vpogled.web.certificate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of the certificate of an erasure. */
@MessageBundle("proof")
public interface ProofMessages {
    @Message
    String title();

    @Message
    String lead(String at);

    @Message
    String erased();

    @Message
    String erasedCaption();

    @Message
    String what();

    @Message
    String records();

    @Message
    String proved();

    @Message
    String nothingErased();

    @Message
    String kept();

    @Message
    String keptCaption();

    @Message
    String why();

    @Message
    String ofYear(String year);

    @Message
    String undated();

    @Message
    String anonymised();

    @Message
    String recipients();

    @Message
    String backups(String day);

    @Message
    String asPdf();

    @Message
    String planHash();

    @Message
    String signed();

    @Message
    String signedHint();

    @Message
    String remedies();

    @Message
    String back();
}
