package dev.orm.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

import org.jspecify.annotations.Nullable;

/**
 * A handle that names the way back of a foreign key, a one-to-one or a generic key.
 *
 * @param variable the Java field
 * @param source the model with the key
 * @param single whether it leads to one row
 * @param genericKey the attribute of a generic key; null for others
 * @param inherited whether a parent with a table of its own declares it
 */
record DeclaredReverse(VariableElement variable, TypeElement source, boolean single, @Nullable String genericKey,
		boolean inherited) {

	DeclaredReverse(VariableElement variable, TypeElement source, boolean single, @Nullable String genericKey) {
		this(variable, source, single, genericKey, false);
	}

	String name() {
		return this.variable.getSimpleName().toString();
	}

	/** The same handle as a child with a table of its own sees it. */
	DeclaredReverse ofParent() {
		return new DeclaredReverse(this.variable, this.source, this.single, this.genericKey, true);
	}

	String handle() {
		if (this.genericKey != null) {
			return EngineNames.GENERIC_RELATION;
		}
		return this.single ? EngineNames.REVERSE_ONE_TO_ONE : EngineNames.ONE_TO_MANY;
	}

}
