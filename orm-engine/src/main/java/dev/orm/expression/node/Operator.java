package dev.orm.expression.node;

/** Operators between expressions. Django's {@code Combinable}. */
public enum Operator {

	/** Sum, or a date moved forward. */
	ADD,
	/** Difference, or a date moved back. */
	SUB,
	/** Product. */
	MUL,
	/** Quotient. */
	DIV,
	/** Remainder. */
	MOD,
	/** Power. */
	POW,
	/** Bitwise and. */
	BITAND,
	/** Bitwise or. */
	BITOR,
	/** Bitwise exclusive or. */
	BITXOR,
	/** Bits moved left. */
	BITLEFTSHIFT,
	/** Bits moved right. */
	BITRIGHTSHIFT

}
