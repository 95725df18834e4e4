package si.vpogled.fulfilment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets everybody do one thing at a time, in the order in which they asked. */
final class Turns {
    private final Map<String, ReentrantLock> takers = new ConcurrentHashMap<>();

    <T> T take(String taker, Supplier<T> work) {
        ReentrantLock turn = takers.computeIfAbsent(taker, _ -> new ReentrantLock(true));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
