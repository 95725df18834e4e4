/**
 * Carries an order out: opens the sources of a definition, finds the subject in them, reads what the order wants, and
 * writes the extract. The same code runs inside the service ({@link si.vpogled.connector.job.RunConnector}) and as a
 * job of its own ({@link si.vpogled.connector.job.ConnectorJob}), which needs neither the service's framework nor its
 * database.
 */
package si.vpogled.connector.job;
