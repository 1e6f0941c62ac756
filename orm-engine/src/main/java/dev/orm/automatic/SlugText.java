package dev.orm.automatic;

import org.jspecify.annotations.Nullable;

/**
 * What {@code @Slug} stands for: what the field holds. The engine fills in a blank one
 * itself, as it depends on the slugs of other rows.
 */
public final class SlugText implements AutomaticValue<Object> {

	@Override
	public @Nullable Object next(Context context) {
		return context.current();
	}

}
