package dev.orm.model;

import java.util.List;
import java.util.Set;

import dev.orm.row.RowReader;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The generated bridge between a model class and its columns: makes instances, reads and
 * writes fields by index, without reflection. The processor generates one subclass for
 * each model, named after it with the suffix {@code $$Binding}, in its package. Field
 * indexes are those of {@link ModelDescription#fields()}. Holds nothing: the types of the
 * fields, which each registry finds for itself, are handed to what reads. Thread-safe.
 *
 * @param <T> the model
 */
public abstract class EntityBinding<T extends Model> {

	private static final ClassValue<EntityBinding<?>> BINDINGS = new BindingLookup();

	/**
	 * Return the binding of a model class or of its generated subclass.
	 * @param <T> the model
	 * @param type the class
	 * @return the binding
	 * @throws dev.orm.error.ModelDefinitionException if the processor did not run for the
	 * class
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Model> EntityBinding<T> of(Class<? extends T> type) {
		return (EntityBinding<T>) BINDINGS.get(type);
	}

	/**
	 * Return what the source code says of the model.
	 * @return the description
	 */
	public abstract ModelDescription describe();

	/**
	 * Create an instance by the no-argument constructor.
	 * @return a new instance
	 */
	public abstract T newInstance();

	/**
	 * Create an instance of the generated subclass whose accessors fetch deferred fields.
	 * @return a new instance
	 */
	public abstract T newDeferred();

	/**
	 * Return whether a field has accessors the generated subclass could override.
	 * @param field the field's index
	 * @return true if it may be deferred
	 */
	public abstract boolean isDeferrable(int field);

	/**
	 * Read all fields from consecutive columns.
	 * @param target the instance
	 * @param row the row
	 * @param types the types of the fields, by index
	 * @param column the column of the first field, from 1
	 */
	public abstract void read(T target, RowReader row, ValueType[] types, int column);

	/**
	 * Read one field.
	 * @param target the instance
	 * @param row the row
	 * @param types the types of the fields, by index
	 * @param field the field's index
	 * @param column the column, from 1
	 */
	public abstract void read(T target, RowReader row, ValueType[] types, int field, int column);

	/**
	 * Return the value of a field; the handle ({@link ForeignKey}, {@link OneToOne}) of a
	 * relation.
	 * @param instance the instance
	 * @param field the field's index
	 * @return the value
	 */
	public abstract @Nullable Object get(T instance, int field);

	/**
	 * Set the value of a field; the handle of a relation.
	 * @param instance the instance
	 * @param field the field's index
	 * @param value a value of the field's Java class; null for a primitive sets zero or
	 * false
	 */
	public abstract void set(T instance, int field, @Nullable Object value);

	/**
	 * Take a record apart that is the key of the model.
	 * @param given a key, as a caller may write it
	 * @return the column, or the list of the columns, that the record stands for; what
	 * was given if it is none
	 */
	public Object key(Object given) {
		return given;
	}

	/**
	 * Return whether instances have handles of relations, which {@link #born} gives them.
	 * @return false if there are none to give
	 */
	public boolean hasHandles() {
		return true;
	}

	/**
	 * Give an instance the handles of its relations, where it has none: managers of
	 * to-many relations, and empty handles of relations to one. Called at its birth.
	 * @param instance the instance
	 */
	public abstract void born(T instance);

	/**
	 * Return the hooks the model or a class above it overrides.
	 * @return the hooks
	 */
	public Set<Hook> hooks() {
		return Set.of();
	}

	/**
	 * Return the fields the engine sets.
	 * @return the fields, by index
	 */
	public List<AutomaticField> automatic() {
		return List.of();
	}

	/**
	 * Return the handle of a generic key.
	 * @param instance the instance
	 * @param field the index of one of its columns
	 * @return the handle; null where the attribute was set so
	 */
	public @Nullable GenericKey<?> generic(T instance, int field) {
		throw new IndexOutOfBoundsException("No generic key has a column " + field);
	}

	/** Let a model that was just made have its handles. */
	static void bear(Model instance) {
		EntityBinding<Model> binding = Births.BINDINGS.get(instance.getClass());
		if (binding != null) {
			binding.born(instance);
		}
	}

	/** Finds the binding of the model a class is of; null where there are no handles. */
	private static final class Births extends ClassValue<@Nullable EntityBinding<Model>> {

		static final Births BINDINGS = new Births();

		@Override
		@SuppressWarnings("unchecked")
		protected @Nullable EntityBinding<Model> computeValue(Class<?> type) {
			for (Class<?> at = type; at != Model.class; at = at.getSuperclass()) {
				if (GeneratedTypes.hasBinding(at)) {
					EntityBinding<Model> binding = (EntityBinding<Model>) EntityBinding.BINDINGS.get(at);
					return binding.hasHandles() ? binding : null;
				}
			}
			return null;
		}

	}

	/** Finds and instantiates generated bindings by name. */
	private static final class BindingLookup extends ClassValue<EntityBinding<?>> {

		@Override
		protected EntityBinding<?> computeValue(Class<?> type) {
			Class<?> model = DeferredInstance.class.isAssignableFrom(type) ? type.getSuperclass() : type;
			return (model != type) ? BINDINGS.get(model) : GeneratedTypes.binding(model);
		}

	}

}
