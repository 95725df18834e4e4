/** The demo provider's five backends, each behind its real protocol, filled from the demo's population. */
package si.vpogled.demo.backend;
