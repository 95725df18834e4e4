/**
 * The connector SPI: what a backend is asked (an {@link si.vpogled.connector.Order}), how it is reached (a
 * {@link si.vpogled.connector.Transport}), and what comes back (an {@link si.vpogled.connector.Outcome} beside the
 * entries of an extract). Plain Java: nothing here, nor below, needs the service's framework or its database, so that
 * the same code runs inside the service and in a job of its own. May use {@code storage}, {@code inventory} (ids
 * only), {@code law}, {@code subject}, {@code text}.
 */
package si.vpogled.connector;
