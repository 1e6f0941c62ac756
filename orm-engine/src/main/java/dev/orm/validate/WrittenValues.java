package dev.orm.validate;

import dev.orm.load.KnownInstances;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.session.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * What a write of an instance would send: what it holds, and for new rows the current
 * tenant where it holds none. Thread-safe.
 *
 * @param known reads instances
 * @param tenants say for whom the thread works
 */
record WrittenValues(KnownInstances known, Tenants tenants) {

	/** The value of a field; null for the tenant of a thread that works for nobody. */
	@Nullable Object value(Model instance, FieldModel field) {
		Object own = this.known.value(instance, field);
		boolean filled = own == null && field.is(Flag.TENANT) && !instance.isSaved();
		return filled ? field.convert(this.tenants.current().orElse(null)) : own;
	}

}
