/** Hands traces to the operator's collector, without anything of a person. */
package si.vpogled.web.telemetry;
