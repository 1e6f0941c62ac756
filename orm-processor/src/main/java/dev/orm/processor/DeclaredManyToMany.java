package dev.orm.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

import dev.orm.processor.DeclaredRelation.ReverseNames;
import org.jspecify.annotations.Nullable;

/**
 * A many-to-many attribute.
 *
 * @param variable the Java field
 * @param declaredBy the concrete model that declares it
 * @param target the model it leads to
 * @param join the join table
 * @param symmetrical whether a-b means b-a too
 * @param reverse the names of the way back
 */
record DeclaredManyToMany(VariableElement variable, TypeElement declaredBy, TypeElement target, Join join,
		boolean symmetrical, ReverseNames reverse) {

	String name() {
		return this.variable.getSimpleName().toString();
	}

	/**
	 * What joins both sides: a generated table or a model.
	 *
	 * @param through the join model, else null
	 * @param table the generated table, else none
	 * @param source the column, or attribute of the join model, that points to the
	 * declaring model
	 * @param target the column, or attribute of the join model, that points to the other
	 */
	record Join(@Nullable TypeElement through, DeclaredTable table, String source, String target) {

	}

}
