package si.vpogled.web.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Of what was found and what is withheld of it. */
@MessageBundle("found")
public interface FoundMessages {
    @Message
    String back();

    @Message
    String backToEntry();

    @Message
    String title();

    @Message
    String nothing();

    @Message
    String entries();

    @Message
    String entriesCaption(String total, String size);

    @Message
    String name();

    @Message
    String content();

    @Message
    String size();

    @Message
    String decision();

    @Message
    String unit();

    @Message
    String files();

    @Message
    String partsHere();

    @Message
    String parts();

    @Message
    String wholeEntry();

    @Message
    String wholeRecord(String number);

    @Message
    String column(String field);

    @Message
    String cell(String number, String field);

    @Message
    String putBack();

    @Message
    String anew();

    @Message
    String anewText();

    @Message
    String remove();

    @Message
    String seeking();

    @Message
    String records();

    @Message
    String recordsCaption(String from, String to, String total);

    @Message
    String noRecords();

    @Message
    String number();

    @Message
    String openRecord();

    @Message
    String record(String number);

    @Message
    String withheldMark();

    @Message
    String held();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String previous();

    @Message
    String next();

    @Message
    String previousRecord();

    @Message
    String nextRecord();

    @Message
    String paging();

    @Message
    String type();

    @Message
    String preview();

    @Message
    String previewBeginning();

    @Message
    String previewNone();

    @Message
    String picture();

    @Message
    String forms();

    @Message
    String withhold();

    @Message
    String withholdHint();

    @Message
    String what();

    @Message
    String whatEntry();

    @Message
    String whatRecord();

    @Message
    String whatColumn(String field);

    @Message
    String whatCell(String field);

    @Message
    String needWhat();

    @Message
    String withholdItem();

    @Message
    String look();

    @Message
    String previewReport();

    @Message
    String previewHint();

    @Message
    String seenEntry(String number);

    @Message
    String seenRecord(String number);

    @Message
    String reasonOfRelease();
}
