/**
 * The REST API, {@code /api/v1}: for everybody, and for a subject signed in to a case; {@code web.api.staff} for staff.
 * What goes in and out are records of its own, never those that the database or the process knows. May use {@code
 * web.problem}, {@code web.security}, {@code web.input}, {@code web.words}, {@code fulfilment} and below.
 */
package si.vpogled.web.api;
