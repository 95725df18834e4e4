package si.vpogled.letter.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;

/**
 * HTML to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The HTML is well-formed XML with {@code lang},
 * {@code <title>} and {@code <meta name="subject">}, skips no heading level, and uses the font family
 * {@code DejaVu Sans}, which is embedded. Nothing is fetched, wherever the HTML points.
 */
public final class AccessiblePdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private AccessiblePdf() {}

    public static byte[] of(String html) throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> "");
        font(builder, "", 400, FontStyle.NORMAL);
        font(builder, "-Bold", 700, FontStyle.NORMAL);
        font(builder, "-Oblique", 400, FontStyle.ITALIC);
        builder.withHtmlContent(html, "");
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> open(FONTS + face + ".ttf"), "DejaVu Sans", weight, style, true);
    }

    private static InputStream open(String font) {
        InputStream stream = AccessiblePdf.class.getResourceAsStream(font);
        if (stream == null) {
            throw new IllegalStateException("The class path lacks the font " + font);
        }
        return stream;
    }
}
