package dev.orm.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A handle that names the way back of a foreign key or one-to-one.
 *
 * @param variable the Java field
 * @param source the model with the key
 * @param single whether it leads to one row
 */
record DeclaredReverse(VariableElement variable, TypeElement source, boolean single) {

	String name() {
		return this.variable.getSimpleName().toString();
	}

	String handle() {
		return this.single ? EngineNames.REVERSE_ONE_TO_ONE : EngineNames.ONE_TO_MANY;
	}

}
