package dev.orm.persist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances from assignments and saves them. Django's {@code create} and
 * {@code Model(**kwargs)}. Thread-safe.
 */
final class Creator {

	private final Attributes attributes;

	private final Saver saver;

	Creator(Workshop workshop, Saver saver) {
		this.attributes = workshop.attributes();
		this.saver = saver;
	}

	Model create(EntityModel model, List<Assignment<?>> assignments, String database) {
		Model instance = build(model, assignments);
		this.saver.save(instance, SaveOptions.on(database).forcingInsert());
		return instance;
	}

	/** Make an instance that is not saved. */
	Model build(EntityModel model, List<Assignment<?>> assignments) {
		Model instance = model.binding().newInstance();
		for (Assignment<?> assignment : assignments) {
			set(instance, fields(model, assignment.attribute(), Creator::unexpected), assignment);
		}
		return instance;
	}

	private static RuntimeException unexpected(String message) {
		return new IllegalQueryException(message);
	}

	private static List<FieldModel> fields(EntityModel model, String name, Function<String, RuntimeException> error) {
		Optional<List<FieldModel>> found = Attributes.find(model, name);
		if (found.isEmpty()) {
			String reason = model.relation(name).isPresent() ? " (a to-many relation is changed by its manager)" : "";
			throw error.apply("%s has no attribute '%s' to set%s. Choices: %s".formatted(model, name, reason,
					model.fields().stream().map(FieldModel::name).toList()));
		}
		return found.get();
	}

	private void set(Model instance, List<FieldModel> fields, Assignment<?> assignment) {
		if (!(assignment.value() instanceof Nodes.Literal literal)) {
			throw new QueryValueException("Cannot insert %s with an expression for %s: expressions are for updates"
				.formatted(fields.get(0).model(), assignment.attribute()));
		}
		this.attributes.set(instance, fields, value(literal));
	}

	/** Return what was given; a supplier is asked only now. */
	static @Nullable Object value(Nodes.Literal literal) {
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
			if (assignment.value() instanceof Nodes.Literal literal) {
				this.attributes.set(instance, fields(model, assignment.attribute(), FieldException::new),
						value(literal));
			}
			else {
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
