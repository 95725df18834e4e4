/**
 * Real servers on 127.0.0.1 and free ports, for the demo world and for tests: PostgreSQL, MariaDB, SFTP, SMTP with a
 * mailbox page, HTTP. Each is closed by whoever started it.
 */
package si.vpogled.demo.server;
