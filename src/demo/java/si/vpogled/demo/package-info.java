/**
 * The demo: a hosting provider in small, with real servers on this machine, and the service's production jar as a
 * process of its own, configured by environment as an operator would. Tests start the same classes.
 */
package si.vpogled.demo;
