package dev.orm.processor;

import java.util.function.Function;
import java.util.function.IntFunction;

import javax.lang.model.type.TypeMirror;

/** Writes what makes the handle of a generic key of two columns, and takes it apart. */
final class GenericAccess extends EmbeddedAccess {

	private final FieldAccess holder;

	private final String key;

	private final int first;

	GenericAccess(FieldAccess holder, EmbeddedPart part, int first, String key) {
		super(holder, part, first);
		this.holder = holder;
		this.first = first;
		this.key = key;
	}

	@Override
	String readAll(int index, IntFunction<String> reading) {
		return (index != this.first) ? ""
				: this.holder.set("target", "%s.<%s>loaded(target, %d, %s, %s)".formatted(EngineNames.GENERIC_KEY,
						this.key, this.first, reading.apply(index), reading.apply(index + 1))) + ";";
	}

	@Override
	String set(int index, String instance, String value) {
		return this.holder.set(instance, "%s.<%s>changed(%s, %s, %d, %d, %s)".formatted(EngineNames.GENERIC_KEY,
				this.key, this.holder.get(instance), instance, this.first, index - this.first, value));
	}

	@Override
	String get(int index, String instance) {
		return "((%s) != null) ? (%s).%s() : null".formatted(this.holder.get(instance), this.holder.get(instance),
				(index == this.first) ? "type" : "id");
	}

	@Override
	void methods(GeneratedClass target, Function<TypeMirror, String> boxed) {
		// the engine has them
	}

	/** The case of a switch that answers the handle. */
	String handleCase() {
		return "\t\t\tcase %d, %d -> %s;".formatted(this.first, this.first + 1, this.holder.get("instance"));
	}

	/** The handle an instance is born with. */
	String empty() {
		return "%s.<%s>empty()".formatted(EngineNames.GENERIC_KEY, this.key);
	}

}
