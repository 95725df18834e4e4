package si.vpogled.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import si.vpogled.subject.Identifier;
import si.vpogled.subject.IdentifierKind;

/** Kind and value make an identifier; the value is told wrong where they do not. */
@Constraint(validatedBy = KnownIdentifier.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KnownIdentifier {
    String message() default "{vpogled.KnownIdentifier.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Something with a kind and a value. */
    interface Typed {
        String kind();

        String value();

        /** The identifier, normalised. */
        default Identifier identifier() {
            return Identifier.of(IdentifierKind.of(kind()), value());
        }
    }

    /** Makes the identifier; fields that are missing have constraints of their own. */
    class Check implements ConstraintValidator<KnownIdentifier, Typed> {
        @Override
        public boolean isValid(Typed typed, ConstraintValidatorContext context) {
            if (typed == null
                    || typed.kind() == null
                    || typed.value() == null
                    || typed.value().isBlank()) {
                return true;
            }
            try {
                typed.identifier();
                return true;
            } catch (IllegalArgumentException _) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("value")
                        .addConstraintViolation();
                return false;
            }
        }
    }
}
