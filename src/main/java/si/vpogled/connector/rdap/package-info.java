/**
 * What the registry publishes of a domain: RDAP (RFC 7480, RFC 9082, RFC 9083), WHOIS (RFC 3912) where there is none.
 * Uses {@code connector.http} for what RDAP has of HTTP.
 */
package si.vpogled.connector.rdap;
