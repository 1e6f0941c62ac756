package dev.orm.lookup;

import dev.orm.sql.Sql;

/**
 * A function a path may apply to what stands before it, such as {@code year}. Stateless.
 * Django's {@code Transform}.
 */
@FunctionalInterface
public interface Transform {

	/**
	 * Apply the transform.
	 * @param left what stands before it
	 * @return the result
	 */
	Sql apply(Sql left);

	/**
	 * Return whether a lookup after it applies it to its right side too.
	 * @return true if it does
	 */
	default boolean bilateral() {
		return false;
	}

	/**
	 * Make a transform that a lookup after it applies to its right side too.
	 * @param transform what to apply
	 * @return the same on both sides
	 */
	static Transform onBothSides(Transform transform) {
		return new Transform() {

			@Override
			public Sql apply(Sql left) {
				return transform.apply(left);
			}

			@Override
			public boolean bilateral() {
				return true;
			}

		};
	}

}
