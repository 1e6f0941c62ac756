package dev.orm.meta;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.type.RecordParts;
import org.jspecify.annotations.Nullable;

/**
 * A key of several parts, as callers may write it: a list by their places, or a record
 * with a component for each, named as the part is, or an instance whose key it is. A part
 * that is a foreign key may be an instance or a handle.
 */
final class GivenKey {

	private GivenKey() {
	}

	/**
	 * Return the values of the parts.
	 * @param key the parts of the key
	 * @param given a key, as a caller wrote it
	 * @return a list of values; what was given if it is no list or record of such parts,
	 * and no instance
	 */
	static Object parts(List<FieldModel> key, Object given) {
		if (given instanceof Record record) {
			return ofRecord(key, record);
		}
		if (given instanceof Model instance) {
			return ofInstance(key.get(0).model(), instance);
		}
		return (given instanceof List<?> list && list.size() == key.size()) ? ofList(key, list) : given;
	}

	private static Object ofInstance(EntityModel model, Model given) {
		if (!model.concrete().javaType().isInstance(given)) {
			throw QueryValueException.notOf(given, model.name());
		}
		Object key = given.pk();
		if (key == null) {
			throw QueryValueException.unsaved(given, model.name(), "key");
		}
		return key;
	}

	private static Object ofRecord(List<FieldModel> key, Record given) {
		RecordParts components = RecordParts.of(given.getClass());
		List<@Nullable Object> parts = new ArrayList<>(key.size());
		for (FieldModel part : key) {
			if (!components.names().contains(part.name()) || components.names().size() != key.size()) {
				return given;
			}
			parts.add(value(part, components.part(given, part.name())));
		}
		return parts;
	}

	private static List<?> ofList(List<FieldModel> key, List<?> given) {
		if (given.stream().noneMatch((part) -> part instanceof Model || part instanceof ToOne)) {
			return given;
		}
		List<@Nullable Object> parts = new ArrayList<>(key.size());
		for (int i = 0; i < key.size(); i++) {
			parts.add(value(key.get(i), given.get(i)));
		}
		return parts;
	}

	private static @Nullable Object value(FieldModel part, @Nullable Object given) {
		RelationModel relation = part.relation();
		return (given instanceof Model target) ? value(part, relation, target) : ToOne.keyOf(given);
	}

	private static Object value(FieldModel part, @Nullable RelationModel relation, Model target) {
		if (relation == null || !relation.target().concrete().javaType().isInstance(target)) {
			throw new QueryValueException("%s is no part of a key of %s: '%s' is %s".formatted(target, part.model(),
					part.name(), (relation != null) ? "a " + relation.target() : "no relation"), part.subject())
				.of(target);
		}
		Object value = relation.path().get(0).toField().columnValue(target);
		if (value == null) {
			throw new QueryValueException("%s is not saved, so there is no %s whose '%s' it is. hint: save it first"
				.formatted(target, part.model(), part.name()), part.subject()).of(target);
		}
		return value;
	}

}
