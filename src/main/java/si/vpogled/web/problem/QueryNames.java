package si.vpogled.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the fields of a bean of query parameters are called in the query. */
record QueryNames(Map<String, String> byField) {
    static QueryNames of(ConstraintViolationException broken) {
        return new QueryNames(broken.getConstraintViolations().stream()
                .map(ConstraintViolation::getLeafBean)
                .filter(Objects::nonNull)
                .map(Object::getClass)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(
                        Field::getName,
                        field -> field.getAnnotation(QueryParam.class).value(),
                        (first, _) -> first)));
    }

    Optional<String> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }
}
