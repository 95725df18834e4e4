package si.vpogled.connector;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.ReflectionSupport;

/** A test's arguments: each server of the connector under contract, which is started before any test. */
class EachRemote implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        OverANetwork backend = (OverANetwork) ReflectionSupport.newInstance(context.getRequiredTestClass());
        return backend.remotes().stream().filter(this::wanted).map(Arguments::of);
    }

    boolean wanted(Remote remote) {
        return true;
    }

    /** Those that speak HTTP. */
    static final class OverHttp extends EachRemote {
        @Override
        boolean wanted(Remote remote) {
            return remote.http();
        }
    }
}
