/**
 * Files that operators write: YAML read strictly, with the line and column of every value, and checked against a JSON
 * Schema. At the bottom beside {@code text}: uses nothing of the project.
 */
package si.vpogled.yaml;
