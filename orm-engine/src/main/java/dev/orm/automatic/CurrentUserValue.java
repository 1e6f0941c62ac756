package dev.orm.automatic;

import org.jspecify.annotations.Nullable;

/** Who writes; where nobody is known, the field stays as it is. */
public final class CurrentUserValue implements AutomaticValue<Object> {

	@Override
	public @Nullable Object next(Context context) {
		return context.user().orElse(context.current());
	}

}
