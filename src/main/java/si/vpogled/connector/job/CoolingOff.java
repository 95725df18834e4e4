package si.vpogled.connector.job;

import java.time.LocalDate;

/** How long a changed contact proves nothing. */
record CoolingOff(LocalDate today, int days) {
    LocalDate settledFrom(LocalDate changed) {
        return changed.plusDays(days);
    }

    boolean isOver(LocalDate changed) {
        return !today.isBefore(settledFrom(changed));
    }
}
