/** A backend described in YAML: the definition's model, its JSON Schema, and the loader that names file and line. */
package si.vpogled.connector.definition;
