/** What the registry publishes of a domain: RDAP (RFC 9083), WHOIS (RFC 3912) where there is none. */
package si.vpogled.connector.rdap;
