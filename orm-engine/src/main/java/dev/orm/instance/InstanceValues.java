package dev.orm.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.load.KnownInstances;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Reads what instances hold as the values of columns: a handle is the key it stands for,
 * read from its target at that moment, so that a target saved in between counts (Django's
 * {@code _prepare_related_fields_for_save}). Thread-safe.
 */
public final class InstanceValues {

	private final WriteModels models;

	private final KnownInstances known;

	public InstanceValues(WriteModels models, Reader reader) {
		this.models = models;
		this.known = reader.known();
	}

	/** Return the value of a column; null for a key the database is to make. */
	public @Nullable Object value(Model instance, FieldModel field) {
		return value(field.model().binding(), instance, field);
	}

	private @Nullable Object value(EntityBinding<Model> binding, Model instance, FieldModel field) {
		Object value = binding.get(instance, field.index());
		if (value instanceof ToOne<?> handle) {
			return key(field, handle);
		}
		return isUnset(field, value) ? null : value;
	}

	/** A primitive cannot be null: zero stands for an identity that was not given. */
	private static boolean isUnset(FieldModel field, @Nullable Object value) {
		return value instanceof Number number && number.longValue() == 0 && mayBeUnset(field);
	}

	private static boolean mayBeUnset(FieldModel field) {
		return field.description().javaType().isPrimitive() && field.is(Flag.IDENTITY);
	}

	private @Nullable Object key(FieldModel field, ToOne<?> handle) {
		Model target = handle.fetched();
		Object key = (target != null) ? targetKey(field, target) : handle.id();
		return field.convert(key);
	}

	private @Nullable Object targetKey(FieldModel field, Model target) {
		return attribute(target, relation(field).path().get(0).toField());
	}

	/**
	 * Return the value a field has on an instance of the field's model, of a child or of
	 * a proxy.
	 */
	public @Nullable Object attribute(Model instance, FieldModel field) {
		EntityModel model = this.models.model(instance);
		return value(instance, (model == field.model()) ? field : model.field(field.name()).orElseThrow());
	}

	/** Return the values of several columns. */
	public List<@Nullable Object> values(Model instance, Collection<FieldModel> fields) {
		List<@Nullable Object> values = new ArrayList<>(fields.size() + 2);
		for (FieldModel field : fields) {
			values.add(value(instance, field));
		}
		return values;
	}

	/** Leave out the columns whose values are not known, so that they survive. */
	public List<FieldModel> known(Model instance, OwnTable own, List<FieldModel> columns) {
		if (own.unknowable().isEmpty()) {
			return columns;
		}
		return columns.stream().filter((field) -> !isUnknown(instance, own, field)).toList();
	}

	/** Refuse to write values that are not known. */
	public void requireKnown(Model instance, OwnTable own, Collection<FieldModel> columns, String operation) {
		for (FieldModel field : own.unknowable()) {
			if (columns.contains(field) && isUnknown(instance, own, field)) {
				throw new QueryValueException(
						"%s would lose what the database holds: %s is %s, which stands for stored values it does not know. hint: set it to a known one, or save() the instance, which leaves the column out"
							.formatted(operation, field, value(instance, field)),
						field.subject())
					.of(value(instance, field));
			}
		}
	}

	private boolean isUnknown(Model instance, OwnTable own, FieldModel field) {
		Object value = own.unknowable().contains(field) ? value(instance, field) : null;
		return value != null && field.type().codec().isUnknown(value);
	}

	/** The columns a new row leaves to their defaults in the database. */
	public List<FieldModel> leftOut(Model instance, OwnTable own, Collection<FieldModel> given) {
		if (own.omissible().isEmpty()) {
			return List.of();
		}
		return own.omissible()
			.stream()
			.filter((field) -> !given.contains(field) && value(instance, field) == null)
			.toList();
	}

	/** Return the values of one column, one for each instance. */
	public @Nullable Object[] column(List<? extends Model> instances, FieldModel field) {
		EntityBinding<Model> binding = field.model().binding();
		@Nullable Object[] column = new Object[instances.size()];
		boolean plain = field.relation() == null && !mayBeUnset(field);
		int index = field.index();
		int row = 0;
		for (Model instance : instances) {
			column[row++] = plain ? binding.get(instance, index) : value(binding, instance, field);
		}
		return column;
	}

	/** Return whether all parts of a key are there. */
	public boolean isSet(Model instance, List<FieldModel> key) {
		for (FieldModel field : key) {
			if (value(instance, field) == null) {
				return false;
			}
		}
		return true;
	}

	/** Return the key as identity tells rows apart: a value, or a list of several. */
	public @Nullable Object key(Model instance, List<FieldModel> key) {
		if (key.size() == 1) {
			return value(instance, key.get(0));
		}
		List<@Nullable Object> parts = values(instance, key);
		return parts.contains(null) ? null : parts;
	}

	/** Whether instances may hold others that are of another database. */
	boolean isOfSeveralDatabases() {
		return this.known.isOfSeveralDatabases();
	}

	/**
	 * Refuse to store a relation to another model, to a row of another database, or to
	 * one that has no key yet.
	 */
	public void requireTargets(Model instance, Collection<FieldModel> relations, Route route, String operation) {
		this.known.requireRelations(instance, route);
		for (FieldModel field : relations) {
			Object value = field.value(instance);
			Model target = (value instanceof ToOne<?> handle) ? handle.fetched() : null;
			if (target != null) {
				requireTarget(field, target);
				requireSaved(field, target, operation);
			}
		}
	}

	/** Refuse an instance of another model than the one a relation leads to. */
	public static void requireTarget(FieldModel field, Model target) {
		EntityModel expected = relation(field).target();
		if (!expected.concrete().javaType().isInstance(target)) {
			throw new QueryValueException("Cannot assign %s: %s must be a %s".formatted(target, field, expected),
					field.subject())
				.of(target);
		}
	}

	private void requireSaved(FieldModel field, Model target, String operation) {
		if (key(target, this.models.of(target).root().key()) == null) {
			throw new QueryValueException(
					"%s prohibited to prevent data loss due to unsaved related object '%s': save the %s of %s first"
						.formatted(operation, field.name(), target.getClass().getSimpleName(), field.model()),
					field.subject())
				.of(target);
		}
	}

	public static RelationModel relation(FieldModel field) {
		RelationModel relation = field.relation();
		if (relation == null) {
			throw new IllegalStateException(field + " is no relation");
		}
		return relation;
	}

	/** Refuse instances of other models; children and proxies are welcome. */
	public static void requireModel(RelationModel relation, @Nullable Object object) {
		EntityModel expected = relation.target();
		if (!expected.concrete().javaType().isInstance(object)) {
			String got = (object != null) ? "%s (%s)".formatted(object, object.getClass().getSimpleName()) : "null";
			throw new IllegalQueryException("'%s' instance expected in %s, got %s".formatted(expected, relation, got),
					relation.subject());
		}
	}

}
