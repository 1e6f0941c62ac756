package dev.orm.sql.operator;

/** What stands between two expressions. Immutable. */
public sealed interface SqlOperator permits BuiltInOperator, OwnOperator {

	/**
	 * Return how it is written.
	 * @return a symbol or a word of SQL
	 */
	String symbol();

}
