package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import si.vpogled.subject.ProofMethod;

/** Of what staff can do with a case. */
@MessageBundle("deed")
public interface DecisionMessages {
    @Message
    String assignMe();

    @Message
    String assignNobody();

    @Message
    String decisions();

    @Message
    String nothingToDecide();

    @Message
    String accept();

    @Message
    String acceptHint();

    @Message
    String needsProof();

    @Message
    String refuse();

    @Message
    String refuseHint(String language);

    @Message
    String ground();

    @Message
    String reason();

    @Message
    String extend();

    @Message
    String extendHint(String language);

    @Message
    String withdraw();

    @Message
    String withdrawHint();

    @Message
    String withdrawDo();

    @Message
    String release();

    @Message
    String releaseHint();

    @Message
    String releasePart();

    @Message
    String releasePartHint(String missing, String language);

    @Message
    String end();

    @Message
    String endHint(String missing, String language);

    @Message
    String method();

    @Message
    String methodName(ProofMethod method);

    @Message
    String reopen();

    @Message
    String reopenHint();

    @Message
    String recordCheck();

    @Message
    String proved();

    @Message
    String provedHint();

    @Message
    String checkNote();

    @Message
    String checkNoteHint();

    @Message
    String record();

    @Message
    String retry();

    @Message
    String withhold();

    @Message
    String restore();

    @Message
    String withholdLead();

    @Message
    String withholdHint(String language);

    @Message
    String back();

    @Message
    String addNote();

    @Message
    String addNoteHint();

    @Message
    String add();

    @Message
    String needReason();

    @Message
    String needRefusalGround();

    @Message
    String needRefusalReason();

    @Message
    String needExtensionReason();

    @Message
    String needReleaseReason();

    @Message
    String needEndReason();

    @Message
    String needWithholdingGround();

    @Message
    String needWithholdingReason();

    @Message
    String needNote();

    @Message
    String needCheckNote();

    @Message
    String needMethod();

    @Message
    String badIdentifier();

    @Message
    String tooLong(String characters);

    @Message
    String badCharacters();

    @Message
    String sentOtherwise();
}
