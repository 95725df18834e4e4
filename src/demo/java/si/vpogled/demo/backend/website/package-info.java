/** The website builder: JSON over HTTP with basic authentication, pages by number, files to download. */
package si.vpogled.demo.backend.website;
