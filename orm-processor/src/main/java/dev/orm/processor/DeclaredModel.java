package dev.orm.processor;

import java.util.List;

import javax.lang.model.element.TypeElement;

import org.jspecify.annotations.Nullable;

/**
 * A model as its source code declares it, with everything it inherits.
 *
 * @param element the class
 * @param group the group of models it belongs to
 * @param table the table
 * @param parent the concrete model whose table holds the inherited fields, else null
 * @param proxyOf the concrete model a proxy shares the table of, else null
 * @param options the rest of what the class says
 * @param fields the columns, inherited ones first
 * @param manyToMany the many-to-many attributes, inherited ones first
 * @param reverse the handles that name ways back, inherited ones first
 */
record DeclaredModel(TypeElement element, String group, DeclaredTable table, @Nullable TypeElement parent,
		@Nullable TypeElement proxyOf, Options options, List<DeclaredField> fields, List<DeclaredManyToMany> manyToMany,
		List<DeclaredReverse> reverse) {

	DeclaredModel {
		fields = List.copyOf(fields);
		manyToMany = List.copyOf(manyToMany);
		reverse = List.copyOf(reverse);
	}

	String name() {
		return this.element.getQualifiedName().toString();
	}

	String simpleName() {
		return this.element.getSimpleName().toString();
	}

	/** The model whose table this one uses. */
	TypeElement concrete() {
		return (this.proxyOf != null) ? this.proxyOf : this.element;
	}

	List<DeclaredField> keys() {
		return this.fields.stream().filter((field) -> field.is("PRIMARY_KEY")).toList();
	}

	/**
	 * What a class says of itself beside its fields.
	 *
	 * @param ordering the default ordering
	 * @param getLatestBy the attributes of {@code latest()}
	 * @param uniqueTogether attribute sets that are unique together
	 * @param table what else it says of its table
	 */
	record Options(List<String> ordering, List<String> getLatestBy, List<List<String>> uniqueTogether,
			DeclaredTableOptions table) {

	}

}
