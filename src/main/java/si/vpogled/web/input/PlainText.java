package si.vpogled.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import si.vpogled.text.PlainCharacters;

/** No control characters, no half characters, nothing that turns the direction of reading around. */
@Constraint(validatedBy = PlainText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface PlainText {
    /** Whether line ends and tabs are allowed. */
    boolean lines() default false;

    String message() default "{vpogled.PlainText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at every character. */
    class Check implements ConstraintValidator<PlainText, String> {
        private boolean lines;

        @Override
        public void initialize(PlainText constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || plain(value, lines);
        }

        /** Whether a text is plain, for what is not bound by annotations. */
        public static boolean plain(String value, boolean lines) {
            return PlainCharacters.only(value, lines);
        }
    }
}
