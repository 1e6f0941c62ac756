package dev.orm.catalogue;

import dev.orm.expression.Expression;

/**
 * A sample of a registered function or aggregate.
 *
 * @param topic the table it is a row of
 * @param name its name in the registry
 * @param java how it is called
 * @param expression a call on columns of the sample
 */
public record Entry(String topic, String name, String java, Expression<Sample, ?> expression) {

	@Override
	public String toString() {
		return this.java;
	}

}
