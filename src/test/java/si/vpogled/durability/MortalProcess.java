package si.vpogled.durability;

import si.vpogled.demo.ServiceProcess;
import si.vpogled.testing.ProductionJar;

/** One service, process after process at one address. */
final class MortalProcess implements AutoCloseable {
    private final ServiceProcess.Settings settings;
    private ServiceProcess process;

    private MortalProcess(ServiceProcess.Settings settings) {
        this.settings = settings;
    }

    static MortalProcess start(ServiceProcess.Settings settings) {
        MortalProcess service = new MortalProcess(settings);
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
