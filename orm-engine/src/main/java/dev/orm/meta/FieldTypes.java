package dev.orm.meta;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;

/**
 * Gives each field its type; a foreign key has that of the field it points to, however
 * many steps away.
 */
final class FieldTypes {

	private final TypeRegistry plain;

	private final IdentityHashMap<FieldModel, ValueType> known = new IdentityHashMap<>();

	FieldTypes(TypeRegistry plain) {
		this.plain = plain;
	}

	void link(Collection<EntityModel> models) {
		for (EntityModel model : models) {
			ValueType[] types = new ValueType[model.fields().size()];
			for (FieldModel field : model.fields()) {
				types[field.index()] = type(field, new HashSet<>());
				field.link(types[field.index()]);
			}
			if (!model.autoCreated()) {
				model.link(types);
			}
		}
	}

	private ValueType type(FieldModel field, Set<FieldModel> seen) {
		ValueType type = this.known.get(field);
		if (type == null) {
			type = fresh(field, seen);
			this.known.put(field, type);
		}
		return type;
	}

	private ValueType fresh(FieldModel field, Set<FieldModel> seen) {
		RelationModel relation = field.relation();
		if (relation == null) {
			return plain(field, field.description());
		}
		if (!seen.add(field)) {
			throw new ModelDefinitionException(
					"Foreign keys that are primary keys point to each other in a circle: %s".formatted(seen));
		}
		return type(relation.path().get(0).toField(), seen);
	}

	private ValueType plain(FieldModel field, FieldDescription description) {
		try {
			return this.plain.of(new TypeRequest(description.javaType(), description.typeArguments(),
					description.columnType(), description.length(), description.precision(), description.scale(),
					description.is(Flag.JSON), description.details().base()));
		}
		catch (ModelDefinitionException ex) {
			throw new ModelDefinitionException("Field %s: %s".formatted(field, ex.getMessage()), ex);
		}
	}

}
