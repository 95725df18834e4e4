/** The part of the API that staff use, {@code /api/v1/staff}. */
package si.vpogled.web.api.staff;
