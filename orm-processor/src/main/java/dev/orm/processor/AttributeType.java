package dev.orm.processor;

import java.util.List;

import javax.lang.model.type.TypeMirror;

/**
 * What generated code does with the type of an attribute.
 *
 * @param columnClass the simple name of the column class in {@code dev.orm.path}
 * @param arguments the type arguments of the column class after the root model
 * @param reading the expression that reads it, with {@code %s} for the column; empty to
 * read by codec
 */
record AttributeType(String columnClass, List<TypeMirror> arguments, String reading) {

	AttributeType {
		arguments = List.copyOf(arguments);
	}

}
