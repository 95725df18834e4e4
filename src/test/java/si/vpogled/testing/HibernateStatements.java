package si.vpogled.testing;

import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Which statements a piece of work takes in the thread that does it. */
@PersistenceUnitExtension
@Singleton
@Unremovable
public class HibernateStatements implements StatementInspector {
    private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

    public static List<String> of(Runnable work) {
        List<String> seen = new ArrayList<>();
        SEEN.set(seen);
        try {
            work.run();
        } finally {
            SEEN.remove();
        }
        return seen;
    }

    @Override
    public String inspect(String sql) {
        Optional.ofNullable(SEEN.get()).ifPresent(seen -> seen.add(sql));
        return sql;
    }
}
