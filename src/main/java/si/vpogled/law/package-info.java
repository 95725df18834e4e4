/**
 * The law as pure functions: time limits on the Slovenian working calendar, retention rules, grounds of refusal,
 * remedies. Every rule names its article. May use {@code text}.
 */
package si.vpogled.law;
