package si.vpogled.durability;

import si.vpogled.demo.ServiceProcess;
import si.vpogled.testing.ProductionJar;

/** One service, process after process at one address. */
final class MortalService implements AutoCloseable {
    private final ServiceProcess.Settings settings;
    private ServiceProcess process;

    private MortalService(ServiceProcess.Settings settings) {
        this.settings = settings;
    }

    static MortalService start(ServiceProcess.Settings settings) {
        MortalService service = new MortalService(settings);
        service.restart();
        return service;
    }

    String url() {
        return process.url();
    }

    void kill() {
        process.kill();
    }

    void restart() {
        process = ServiceProcess.start(settings);
        process.awaitReady(ProductionJar.START);
    }

    @Override
    public void close() {
        process.close();
    }
}
