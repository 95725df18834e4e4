package si.vpogled.connector;

import si.vpogled.subject.Identifier;

/**
 * The records that one verdict is about: those of one collection, for one service, under one identifier and of one
 * period. It names them for ever, so that a plan, its steps and its proof speak of the same.
 *
 * @param collection id of a collection of the definition
 * @param service of the inventory
 * @param identifier under which the collection is read
 */
public record RecordGroup(String collection, String service, Identifier identifier, Period period) {}
