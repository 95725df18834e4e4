/** The connector job: one order in, one extract out; the engine that follows a definition. No framework. */
package si.vpogled.connector.job;
