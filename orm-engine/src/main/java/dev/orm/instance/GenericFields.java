package dev.orm.instance;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.GenericKey;
import dev.orm.model.Generics;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The two columns of a generic key. Immutable.
 *
 * @param type the column that names the table of the target
 * @param id the column with its key
 */
public record GenericFields(FieldModel type, FieldModel id) {

	/** Return the generic keys of a model. */
	static List<GenericFields> of(EntityModel model) {
		return model.fields()
			.stream()
			.filter((field) -> field.is(Flag.GENERIC_TYPE))
			.map((field) -> new GenericFields(field, model.fields().get(field.index() + 1)))
			.toList();
	}

	/** Find a generic key by its attribute. */
	public static Optional<GenericFields> find(EntityModel model, String attribute) {
		List<FieldModel> columns = FirstField.ofGenericKey(model, attribute);
		return columns.isEmpty() ? Optional.empty() : Optional.of(new GenericFields(columns.get(0), columns.get(1)));
	}

	List<FieldModel> both() {
		return List.of(this.type, this.id);
	}

	String attribute() {
		return attribute(this.type);
	}

	private static String attribute(FieldModel type) {
		return type.name().split("__", 2)[0];
	}

	private @Nullable GenericKey<?> handle(Model instance) {
		return this.type.model().binding().generic(instance, this.type.index());
	}

	/** The instance that another points to, if it is in memory. */
	@Nullable Model target(Model instance) {
		GenericKey<?> handle = handle(instance);
		return (handle != null) ? handle.fetched() : null;
	}

	/** Let an instance point to another, or where a handle does. */
	static void set(Model instance, FieldModel type, @Nullable Object value) {
		type.set(instance, key(type, value));
	}

	private static GenericKey<?> key(FieldModel type, @Nullable Object value) {
		if (value == null || value instanceof Model) {
			return GenericKey.to((Model) value);
		}
		if (value instanceof GenericKey<?> key) {
			return key;
		}
		throw new QueryValueException("Cannot assign '%s': %s is a generic key, which takes an instance or a GenericKey"
			.formatted(value, type.model() + "." + attribute(type)), subject(type)).of(value);
	}

	private static Subject subject(FieldModel type) {
		return Subject.ofAttribute(type.model().name(), attribute(type));
	}

	/** Write assignments of generic keys as those of their columns. */
	public static List<Assignment<?>> spread(EntityModel model, List<Assignment<?>> assignments) {
		if (assignments.stream().noneMatch((given) -> find(model, given.attribute()).isPresent())) {
			return assignments;
		}
		List<Assignment<?>> spread = new ArrayList<>();
		for (Assignment<?> given : assignments) {
			Optional<GenericFields> key = find(model, given.attribute());
			if (key.isPresent() && given.value() instanceof Atom.Literal literal) {
				GenericKey<?> handle = key(key.get().type, literal.value());
				key.get().requireTarget(handle, "An update");
				spread.add(new Assignment<>(key.get().type.name(), Nodes.of(handle.type())));
				spread.add(new Assignment<>(key.get().id.name(), Nodes.of(handle.id())));
			}
			else {
				spread.add(given);
			}
		}
		return spread;
	}

	/** Refuse a target that is not saved, or of a model that the key does not take. */
	void requireTarget(Model instance, String operation) {
		GenericKey<?> handle = handle(instance);
		if (handle != null) {
			requireTarget(handle, operation);
		}
	}

	private void requireTarget(GenericKey<?> handle, String operation) {
		if (handle.fetched() != null && handle.id() == null) {
			throw new QueryValueException(
					"%s prohibited to prevent data loss due to unsaved related object '%s': save the %s of %s first"
						.formatted(operation, attribute(), handle.fetched().getClass().getSimpleName(),
								this.type.model()),
					subject(this.type))
				.of(handle.fetched());
		}
		requireKey(handle);
		List<Class<? extends Model>> models = targets();
		if (handle.type() != null && !models.isEmpty()
				&& models.stream().map(GenericKey::typeOf).noneMatch(handle.type()::equals)) {
			List<String> names = models.stream().map(Class::getSimpleName).toList();
			throw new QueryValueException("%s.%s does not take a row of '%s'. Choices by @Targets: %s"
				.formatted(this.type.model(), attribute(), handle.type(), names), subject(this.type)).of(handle)
				.choosing(names);
		}
	}

	/** The handle of a model does not say of which class its keys are. */
	private void requireKey(GenericKey<?> handle) {
		Object key = handle.id();
		Class<?> held = this.id.description().javaType();
		if (key != null && !held.isInstance(key)) {
			throw new QueryValueException("%s.%s holds keys of class %s, but the key of '%s' %s".formatted(
					this.type.model(), attribute(), held.getSimpleName(), handle.type(),
					(key instanceof List<?>) ? "has several columns" : "is a " + key.getClass().getSimpleName()),
					subject(this.type))
				.of(handle);
		}
	}

	private List<Class<? extends Model>> targets() {
		return this.type.owner()
			.description()
			.generics()
			.keys()
			.stream()
			.filter((key) -> key.name().equals(attribute()))
			.map(Generics.Targets::models)
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * Replace a handle the caller made by that of a row, and return how to undo that;
	 * null if there is nothing to do.
	 */
	public @Nullable Runnable own(Model instance) {
		GenericKey<?> before = handle(instance);
		if (before == null || before.type() == null || before.isOwnedBy(instance)) {
			return null;
		}
		GenericKey<Object> own = GenericKey.loaded(instance, this.type.index(), before.type(),
				Objects.requireNonNull(this.id.convert(before.id())));
		if (before.fetched() != null) {
			own.cache(before.fetched());
		}
		this.type.set(instance, own);
		WeakReference<Model> changed = new WeakReference<>(instance);
		return () -> {
			Model owner = changed.get();
			if (owner != null && handle(owner) == own) {
				this.type.set(owner, before);
			}
		};
	}

}
