/**
 * The provider's data inventory as code: {@code inventory.yaml}, its JSON Schema, and the model every answer follows.
 * May use {@code law}, {@code text}, {@code yaml}.
 */
package si.vpogled.inventory;
