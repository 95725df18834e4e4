/** PostgreSQL, MariaDB and MySQL: server-side cursors, read-only transactions, bound parameters only. */
package si.vpogled.connector.jdbc;
