package dev.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.RecordFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances from assignments and saves them. Django's {@code create} and
 * {@code Model(**kwargs)}. Thread-safe.
 */
public final class Creator {

	private final InstanceSetter setter;

	private final HeardSaver saver;

	public Creator(InstanceSetter setter, HeardSaver saver) {
		this.setter = setter;
		this.saver = saver;
	}

	public Model create(EntityModel model, List<Assignment<?>> assignments, Route route) {
		Draft draft = build(model, assignments);
		this.saver.save(draft.instance(), SaveOptions.on(route).forcingInsert().computing(draft.computed()));
		return draft.instance();
	}

	/** Make an instance that is not saved. */
	public Draft build(EntityModel model, List<Assignment<?>> assignments) {
		Model instance = model.binding().newInstance();
		List<Assignment<?>> computed = new ArrayList<>();
		for (Assignment<?> assignment : RecordFields.spread(model, assignments)) {
			List<FieldModel> fields = fields(model, assignment.attribute(), IllegalQueryException::new);
			if (assignment.value() instanceof Atom.Literal literal) {
				set(instance, fields, assignment.attribute(), value(literal));
			}
			else {
				refuseByName(fields.get(0), assignment.attribute(), assignment.value());
				computed.add(assignment);
			}
		}
		return new Draft(instance, computed);
	}

	/**
	 * An instance that is not saved.
	 *
	 * @param instance the instance
	 * @param computed the attributes only the database can compute
	 */
	public record Draft(Model instance, List<Assignment<?>> computed) {

		/** The instance, if the database is not needed. */
		public Model plain() {
			if (!this.computed.isEmpty()) {
				throw new IllegalQueryException(
						"Only the database can compute '%s'. hint: assign a value, or create the row"
							.formatted(this.computed.get(0).attribute()),
						Subject.ofArgument(this.computed.get(0).attribute()));
			}
			return this.instance;
		}

	}

	private static List<FieldModel> fields(EntityModel model, String name,
			BiFunction<String, UnknownName, RuntimeException> error) {
		Optional<List<FieldModel>> found = InstanceSetter.find(model, name);
		if (found.isEmpty()) {
			if (model.accessor(name).isPresent()) {
				throw new IllegalQueryException(
						"%s.%s cannot be assigned: related rows are changed by their manager".formatted(model, name),
						Subject.ofAttribute(model.name(), name));
			}
			List<String> choices = model.fields().stream().map(FieldModel::name).toList();
			UnknownName unknown = UnknownName.of(model.name(), name, choices);
			throw error.apply(Suggestions.noField(unknown), unknown);
		}
		return found.get();
	}

	/** A relation takes an instance by its own name, and a key by that of its column. */
	private void set(Model instance, List<FieldModel> fields, String name, @Nullable Object value) {
		if (value != null && !(value instanceof Model)) {
			refuseByName(fields.get(0), name, value);
		}
		fields.get(0).requireWritten();
		this.setter.set(instance, fields, value);
	}

	private static void refuseByName(FieldModel field, String name, Object value) {
		if (field.relation() != null && name.equals(field.name())) {
			throw new QueryValueException("Cannot assign '%s': %s must be a %s. hint: assign a key to '%s'".formatted(
					value, field, InstanceValues.relation(field).target().name(), field.attname()), field.subject())
				.of(value);
		}
	}

	/** Return what was given; a supplier is asked only now. */
	public static @Nullable Object value(Atom.Literal literal) {
		return (literal.value() instanceof Supplier<?> supplier) ? supplier.get() : literal.value();
	}

	/** Refuse names that are no attributes. */
	static void requireAttributes(EntityModel model, List<Assignment<?>> assignments) {
		assignments.forEach((assignment) -> fields(model, assignment.attribute(), FieldException::new));
	}

	/**
	 * Set plain values on an instance.
	 * @param instance the instance
	 * @param model its model
	 * @param assignments the values
	 * @return the assignments that only the database can compute
	 */
	List<Assignment<?>> apply(Model instance, EntityModel model, List<Assignment<?>> assignments) {
		List<Assignment<?>> computed = new ArrayList<>();
		for (Assignment<?> assignment : assignments) {
			if (assignment.value() instanceof Atom.Literal literal) {
				set(instance, fields(model, assignment.attribute(), FieldException::new), assignment.attribute(),
						value(literal));
			}
			else {
				refuseByName(fields(model, assignment.attribute(), FieldException::new).get(0), assignment.attribute(),
						assignment.value());
				computed.add(assignment);
			}
		}
		return computed;
	}

	/** Combine assignments; later ones win. */
	static List<Assignment<?>> merge(List<Assignment<?>> first, List<Assignment<?>> second) {
		Map<String, Assignment<?>> merged = new LinkedHashMap<>();
		first.forEach((assignment) -> merged.put(assignment.attribute(), assignment));
		second.forEach((assignment) -> merged.put(assignment.attribute(), assignment));
		return List.copyOf(merged.values());
	}

}
