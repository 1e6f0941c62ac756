package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of generic keys: those with targets that are counted, and ways back
 * of others.
 *
 * @param keys the keys with targets
 * @param relations the ways back
 */
record DeclaredGenerics(List<Key> keys, List<DeclaredReverse> relations) {

	static DeclaredGenerics of(DeclaredModel model) {
		List<Key> keys = model.fields()
			.stream()
			.filter((field) -> field.is("GENERIC_TYPE"))
			.map((field) -> Key.of(field.attributeName(), field.variable()))
			.filter((key) -> !key.targets().isEmpty())
			.toList();
		boolean own = model.proxyOf() == null;
		return new DeclaredGenerics(keys,
				model.reverse()
					.stream()
					.filter((back) -> own && back.genericKey() != null && !back.inherited())
					.toList());
	}

	boolean isEmpty() {
		return this.keys.isEmpty() && this.relations.isEmpty();
	}

	/** The record of the engine, as source code. */
	String expression() {
		String targets = this.keys.stream()
			.map((key) -> "new %s.Targets(%s, java.util.List.of(%s))".formatted(EngineNames.GENERICS,
					GeneratedClass.quoted(key.name()),
					key.targets()
						.stream()
						.map((type) -> TypeText.name(type) + ".class")
						.collect(Collectors.joining(", "))))
			.collect(Collectors.joining(", "));
		String backs = this.relations.stream()
			.map((back) -> "new %s.Back(%s, %s.class, %s)".formatted(EngineNames.GENERICS,
					GeneratedClass.quoted(back.name()), TypeText.name(back.source()),
					GeneratedClass.quoted(String.valueOf(back.genericKey()))))
			.collect(Collectors.joining(", "));
		return "new %s(java.util.List.of(%s), java.util.List.of(%s))".formatted(EngineNames.GENERICS, targets, backs);
	}

	/**
	 * A generic key.
	 *
	 * @param name the attribute
	 * @param targets the models it may point to
	 */
	record Key(String name, List<TypeElement> targets) {

		static Key of(String name, @Nullable VariableElement holder) {
			return new Key(name, (holder != null) ? GenericKeys.targets(holder) : List.of());
		}

	}

}
