/**
 * Who may do what on the web. Staff come from configuration and sign in by HTTP basic (API) or a form (console); what
 * they may do is said on each resource by {@code @RolesAllowed}. Subjects come with the token of a portal session, as
 * {@code Authorization: Bearer} (API) or in a cookie (pages); their resources say {@link
 * si.vpogled.web.security.ForSubject}. What is for everybody says {@code @PermitAll}; what says nothing is refused.
 * Sessions of both are rows in the database, so that signing out ends them everywhere. Cookies follow {@link
 * si.vpogled.web.security.CookieRules}; how often somebody may ask is said by {@link si.vpogled.web.security.Limit}.
 * Static assets belong below {@code /assets/<version>/}: they are cached for ever, everything else never. May use
 * {@code web.problem}, {@code request} and below.
 */
package si.vpogled.web.security;
