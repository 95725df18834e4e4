/** Domains and certificates: the registrar's panel as JSON over HTTP, and the registries' RDAP and WHOIS. */
package si.vpogled.demo.backend.whois;
