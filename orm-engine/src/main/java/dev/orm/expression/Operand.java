package dev.orm.expression;

/**
 * What the database computes where a value may stand: an expression, or the one value of
 * a query, as a subquery.
 */
public sealed interface Operand permits Expression, QuerySource {

}
