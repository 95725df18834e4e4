/**
 * PostgreSQL, MariaDB and MySQL: read-only transactions, bound parameters, rows streamed by the server's cursor.
 *
 * <p>A read is {@code {"query": "select … where customer_number = :customer-number"}}; a field's place is a column
 * label, whatever its case. Use a database user that may only select.
 *
 * <p>What is erased goes by one bounded statement after the other, {@code {"statement": "delete … limit :most"}}, each in a
 * transaction of its own, as another user.
 */
package si.vpogled.connector.jdbc;
