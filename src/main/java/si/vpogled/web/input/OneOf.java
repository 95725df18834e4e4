package si.vpogled.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** One of some keys; the message lists them. */
@Constraint(validatedBy = OneOf.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface OneOf {
    String[] value();

    String message() default "{vpogled.OneOf.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with each. */
    class Check implements ConstraintValidator<OneOf, String> {
        private List<String> keys = List.of();

        @Override
        public void initialize(OneOf constraint) {
            keys = List.of(constraint.value());
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter("keys", String.join(", ", keys));
            return value == null || keys.contains(value);
        }
    }
}
