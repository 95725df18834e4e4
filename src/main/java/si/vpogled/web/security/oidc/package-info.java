/** Staff sign in at the provider's own identity provider, by OpenID Connect: who they are and what they may. */
package si.vpogled.web.security.oidc;
