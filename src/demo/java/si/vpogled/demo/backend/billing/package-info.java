/** Billing: customers, orders, invoices and payments in PostgreSQL. */
package si.vpogled.demo.backend.billing;
