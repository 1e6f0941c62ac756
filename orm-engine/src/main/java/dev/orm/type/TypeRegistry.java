package dev.orm.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.error.ModelDefinitionException;

/** Finds the type of a field by asking its factories, the last added first. Immutable. */
public final class TypeRegistry {

	private final List<ValueTypeFactory> factories;

	private TypeRegistry(List<ValueTypeFactory> factories) {
		this.factories = List.copyOf(factories);
	}

	/**
	 * Return a registry of the built-in types, with JSON by Jackson.
	 * @return the registry
	 */
	public static TypeRegistry standard() {
		return standard(StandardJson.FORMAT);
	}

	/**
	 * Return a registry of the built-in types.
	 * @param format the JSON library
	 * @return the registry
	 */
	public static TypeRegistry standard(JsonFormat format) {
		return new TypeRegistry(List.of(new StandardTypes(format)));
	}

	/**
	 * Return a registry that asks a factory first.
	 * @param factory the factory
	 * @return a registry
	 */
	public TypeRegistry with(ValueTypeFactory factory) {
		List<ValueTypeFactory> all = new ArrayList<>(this.factories.size() + 1);
		all.add(factory);
		all.addAll(this.factories);
		return new TypeRegistry(all);
	}

	/**
	 * Return the type of a field.
	 * @param request what is known of the field
	 * @return the type
	 * @throws ModelDefinitionException if no factory knows one
	 */
	public ValueType of(TypeRequest request) {
		for (ValueTypeFactory factory : this.factories) {
			Optional<ValueType> type = factory.create(request);
			if (type.isPresent()) {
				return type.get();
			}
		}
		throw new ModelDefinitionException("""
				No column type for the Java class %s%s.
				  hint: mark the field @Json to store it as a document, name a type by @Column(type = "..."), \
				or add a ValueTypeFactory to the TypeRegistry""".formatted(request.javaType().getName(),
				request.columnType().isEmpty() ? "" : " as " + request.columnType()));
	}

}
