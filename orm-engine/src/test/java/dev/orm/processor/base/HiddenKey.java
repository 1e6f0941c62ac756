package dev.orm.processor.base;

import dev.orm.annotation.Id;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A generic parent that generated code in other packages cannot name. */
abstract class HiddenKey<K> extends Model {

	@Id
	private @Nullable K id;

	public @Nullable K getId() {
		return this.id;
	}

	public void setId(@Nullable K id) {
		this.id = id;
	}

}
