/**
 * What a backend is, in YAML: read and checked when the service or a job starts, so that a mistake is told with file,
 * line and column before anybody's data is asked for.
 */
package si.vpogled.connector.definition;
