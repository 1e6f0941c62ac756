package dev.orm.sql;

/** A statement. Immutable. */
public sealed interface Statement
		permits SelectStatement, InsertStatement, KeyedInsert, UpdateStatement, DeleteStatement {

}
