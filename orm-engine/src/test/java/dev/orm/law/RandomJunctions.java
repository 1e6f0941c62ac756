package dev.orm.law;

import java.util.Random;
import java.util.function.Function;

import dev.orm.expression.Condition;
import dev.orm.model.Model;

/** Joins random leaves by AND, OR and NOT. Used by one thread. */
public final class RandomJunctions {

	private final Random random;

	private final Function<Random, Condition<Model>> leaves;

	/**
	 * Create a maker.
	 * @param random decides
	 * @param leaves makes a condition without parts
	 */
	public RandomJunctions(Random random, Function<Random, Condition<Model>> leaves) {
		this.random = random;
		this.leaves = leaves;
	}

	/**
	 * Make a condition.
	 * @param depth how deep it may be nested
	 * @return the condition
	 */
	public Condition<Model> next(int depth) {
		if (depth == 0 || this.random.nextInt(3) == 0) {
			return this.leaves.apply(this.random);
		}
		Condition<Model> one = next(depth - 1);
		return switch (this.random.nextInt(3)) {
			case 0 -> one.and(next(depth - 1));
			case 1 -> one.or(next(depth - 1));
			default -> one.not();
		};
	}

}
