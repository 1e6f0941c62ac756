package dev.orm.load;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;

/**
 * Loads what is to be written but was deferred, so that a write never takes an attribute
 * that was not read for a value. Thread-safe.
 */
public final class DeferredFields {

	private final Reader reader;

	/**
	 * Load by a reader.
	 * @param reader loads instances
	 */
	public DeferredFields(Reader reader) {
		this.reader = reader;
	}

	/**
	 * Fetch those of some fields that an instance has not loaded, by one query. Times the
	 * engine sets need no value.
	 * @param instance the instance
	 * @param fields the fields; asked only if some of the instance are deferred
	 */
	public void fetch(Model instance, Supplier<Collection<FieldModel>> fields) {
		InstanceState state = InstanceState.ifPresent(instance);
		if (state == null || state.deferred().isEmpty()) {
			return;
		}
		List<String> missing = fields.get()
			.stream()
			.filter((field) -> state.deferred().get(field.index()) && !field.is(Flag.AUTO_NOW))
			.map(FieldModel::name)
			.toList();
		if (!missing.isEmpty()) {
			this.reader.known().refresh(instance, missing);
		}
	}

}
