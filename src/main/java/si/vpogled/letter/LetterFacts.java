package si.vpogled.letter;

import si.vpogled.inventory.Inventory.Provider;
import si.vpogled.request.RequestCase;

/**
 * What a template may say.
 *
 * @param link where the letter leads; empty where nowhere
 * @param code to sign in with; empty where the letter has none
 * @param goodFor how long the code is, in words
 * @param limit the time limit, explained in a line
 * @param until a day, in the letter's language; empty where there is none
 * @param ground of a refusal, with its article
 * @param reason written by staff, in the subject's language; of an erasure the day on which the next of what is kept goes
 * @param remedies complaint and judicial remedy
 */
public record LetterFacts(
        RequestCase request,
        Provider provider,
        String link,
        String code,
        String goodFor,
        String limit,
        String until,
        String ground,
        String reason,
        String remedies) {}
