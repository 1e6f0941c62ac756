package dev.orm.model;

import java.math.BigDecimal;
import java.util.List;

import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Keys as instances compare them: bytes by what they are, numbers by their value. */
final class Identity {

	private Identity() {
	}

	static @Nullable Object of(@Nullable Object key) {
		if (key instanceof List<?> parts) {
			return parts.stream().map(Identity::of).toList();
		}
		boolean plain = !(key instanceof byte[] || key instanceof BigDecimal);
		return (plain || key == null) ? key : ValueTypes.natural(key.getClass()).orElseThrow().codec().key(key);
	}

}
