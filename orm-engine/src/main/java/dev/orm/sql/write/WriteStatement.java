package dev.orm.sql.write;

/** A statement that changes rows. Immutable. */
public sealed interface WriteStatement permits InsertStatement, KeyedInsert, UpdateStatement, DeleteStatement, CopyIn {

}
