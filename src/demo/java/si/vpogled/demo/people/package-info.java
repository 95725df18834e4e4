/** The demo provider's customers: invented people and companies, the same for the same seed, day and factor. */
package si.vpogled.demo.people;
