package si.vpogled.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address that can be written to: a dot-atom in ASCII at a domain of two labels or more (RFC 5321 section
 * 4.1.2, without quoted local parts and address literals). The domain may be internationalised (RFC 5890).
 */
@Constraint(validatedBy = MailAddress.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface MailAddress {
    String message() default "{vpogled.MailAddress.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with the grammar. */
    class Check implements ConstraintValidator<MailAddress, String> {
        private static final int LONGEST = 254;
        private static final int LONGEST_LOCAL = 64;
        private static final Pattern LOCAL =
                Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
        private static final Pattern DOMAIN =
                Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || value.isBlank() || sound(value.strip());
        }

        /** In lower case, the domain in ASCII: what is kept and written to. */
        public static String normalised(String address) {
            String plain = address.strip();
            int at = plain.lastIndexOf('@');
            return (plain.substring(0, at + 1) + IDN.toASCII(plain.substring(at + 1))).toLowerCase(Locale.ROOT);
        }

        /** Whether an address can be written to, for what is not bound by annotations. */
        public static boolean sound(String address) {
            int at = address.lastIndexOf('@');
            if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST) {
                return false;
            }
            try {
                String written = normalised(address);
                return written.length() <= LONGEST
                        && LOCAL.matcher(written.substring(0, at)).matches()
                        && DOMAIN.matcher(written.substring(at + 1)).matches();
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }
}
