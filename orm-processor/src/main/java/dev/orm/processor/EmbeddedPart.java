package dev.orm.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Where a column of an embedded record is in its model.
 *
 * @param holder the field of the model that holds the record
 * @param record the record
 * @param place the place of the component in it, from 0
 * @param component the component's name
 * @param type its type, as the record declares it
 * @param required whether it is never null in a record
 */
record EmbeddedPart(VariableElement holder, TypeElement record, int place, String component, TypeMirror type,
		boolean required) {

	String attribute() {
		return this.holder.getSimpleName().toString();
	}

}
