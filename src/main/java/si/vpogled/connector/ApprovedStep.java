package si.vpogled.connector;

import java.util.List;

/**
 * What an order to erase, or to verify that it was done, is about.
 *
 * @param plan SHA-256 of the approved plan, in 64 hexadecimal digits; the outcome repeats it, so that it cannot stand
 *     for another plan
 * @param groups that this connector is to see to, each once
 */
public record ApprovedStep(String plan, List<PlannedGroup> groups) {
    public ApprovedStep {
        groups = List.copyOf(groups);
    }
}
