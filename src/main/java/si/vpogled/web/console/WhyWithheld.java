package si.vpogled.web.console;

import java.util.Optional;
import si.vpogled.law.RefusalGround;

/**
 * On what ground something is withheld, and why, as a form has it.
 *
 * @param ground empty where none was chosen, which the form has noted as wrong
 */
record WhyWithheld(Optional<RefusalGround> ground, String reason) {
    static WhyWithheld of(Typed form) {
        return new WhyWithheld(
                form.choice(
                        "withhold-ground",
                        TellFound.GROUNDS,
                        RefusalGround::key,
                        form.messages().needWithholdingGround()),
                form.text("withhold-reason", form.messages().needWithholdingReason()));
    }
}
