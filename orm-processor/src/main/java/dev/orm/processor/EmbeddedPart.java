package dev.orm.processor;

import javax.lang.model.element.VariableElement;

/**
 * Where a column of an embedded record is in its model.
 *
 * @param holder the field of the model that holds the record
 * @param record the record
 * @param place the place of the column in it, from 0
 */
record EmbeddedPart(VariableElement holder, EmbeddedRecord record, int place) {

	/** Whether it is a column of a generic key, not of a record. */
	boolean isGeneric() {
		return this.record.type().getQualifiedName().contentEquals(EngineNames.GENERIC_KEY);
	}

	String attribute() {
		return this.holder.getSimpleName().toString();
	}

}
