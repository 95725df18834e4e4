package si.vpogled.inventory;

import si.vpogled.yaml.Problem;

/**
 * A connector says that it answers for an item.
 *
 * @param place where it says so; its reason does not matter
 */
public record Answer(String connector, ItemId item, Problem place) {}
