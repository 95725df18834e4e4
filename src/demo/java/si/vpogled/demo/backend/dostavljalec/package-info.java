/** Dostavljalec, the e-mail marketing tool: JSON over HTTP with a bearer token, pages by Link. */
package si.vpogled.demo.backend.dostavljalec;
