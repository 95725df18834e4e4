/**
 * The law as pure functions: time limits on the Slovenian working calendar, retention rules, verdicts of an erasure and
 * what people may change of them ({@link si.vpogled.law.ErasureRule}, {@link si.vpogled.law.VerdictChange}), grounds of refusal,
 * remedies. Every rule names its article. May use {@code text}.
 */
package si.vpogled.law;
