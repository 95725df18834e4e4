/** Nothing is silently missing: every inventory item in scope has a verdict, or there is no bundle. */
package si.vpogled.bundle.completeness;
