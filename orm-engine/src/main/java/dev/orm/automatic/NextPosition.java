package dev.orm.automatic;

import org.jspecify.annotations.Nullable;

/**
 * What {@code @Position} stands for: what the field holds. The engine gives a new row its
 * place itself, as it depends on other rows.
 */
public final class NextPosition implements AutomaticValue<Object> {

	@Override
	public @Nullable Object next(Context context) {
		return context.current();
	}

}
