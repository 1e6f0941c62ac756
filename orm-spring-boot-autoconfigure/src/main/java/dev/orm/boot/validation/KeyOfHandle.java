package dev.orm.boot.validation;

import dev.orm.model.ToOne;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Lets rules on the handle of a relation, such as {@code @NotNull}, look at the key: the
 * handle itself is always there.
 */
@UnwrapByDefault
final class KeyOfHandle implements ValueExtractor<ToOne<@ExtractedValue ?>> {

	@Override
	public void extractValues(ToOne<?> handle, ValueReceiver receiver) {
		receiver.value(null, handle.id());
	}

}
