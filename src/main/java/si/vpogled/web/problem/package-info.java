/**
 * Whatever goes wrong, told as RFC 9457 problem details in the reader's language: one place knows status, type, title
 * and what to do next ({@link si.vpogled.web.problem.ProblemKind} and {@code problems_sl/_en.properties}). On paths of
 * pages a {@link si.vpogled.web.problem.ProblemPage} makes a page of it. May use {@code request} and below, nothing of
 * {@code web}.
 */
package si.vpogled.web.problem;
