package si.vpogled.demo;

import java.time.LocalDate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One demo world for all tests of a JVM that only read it: {@code @ExtendWith}, and ask for a {@link DemoWorld}. */
public final class SharedDemoWorld implements ParameterResolver {
    public static final LocalDate TODAY = LocalDate.of(2026, 4, 27);

    private record Running(DemoWorld world) implements AutoCloseable {
        @Override
        public void close() {
            world.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoWorld.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> new Running(DemoWorld.start(TODAY)), Running.class)
                .world();
    }
}
