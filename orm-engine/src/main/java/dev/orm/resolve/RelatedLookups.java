package dev.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.lookup.Operand;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Model;
import dev.orm.resolve.follow.InstanceKey;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;
import org.jspecify.annotations.Nullable;

/** What is special about lookups on a relation: few names, and instances as values. */
final class RelatedLookups {

	private static final Set<String> NAMES = Set.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

	private RelatedLookups() {
	}

	/** Rows whose key has several columns are compared by all of them. */
	static ResolvedPath compared(ResolvedPath path, Node right) {
		boolean asksForNull = path.rest().equals(List.of("isnull"))
				|| (right instanceof Atom.Literal literal && literal.value() == null);
		return (path.relation() != null && path.model().hasCompositeKey() && !asksForNull)
				? path.comparing(path.model().key()) : path;
	}

	static void checkName(ResolvedPath path) {
		if (path.relation() == null || path.rest().isEmpty()) {
			return;
		}
		String name = path.rest().get(0);
		if (path.rest().size() > 1 || !NAMES.contains(name)) {
			List<String> choices = new ArrayList<>(path.model().choices());
			choices.addAll(NAMES);
			throw Suggestions.relatedLookup(name, String.join("__", path.rest()), path.model().name(), choices);
		}
	}

	/**
	 * Refuse instances of other models than the one that is asked for. Keys of several
	 * columns take apart what they are given themselves.
	 */
	static void checkInstances(JoinedPath trimmed, Operand operand) {
		if (operand instanceof Operand.Value value && value.value() != null && trimmed.path().targets().size() == 1) {
			check(trimmed.path(), value.value());
		}
	}

	private static void check(ResolvedPath path, Object value) {
		if (value instanceof Collection<?> values) {
			values.stream().filter((item) -> item != null).forEach((item) -> check(path, item));
		}
		else if (value instanceof Model instance) {
			FieldModel target = path.targets().get(0);
			if (path.relation() == null && !target.primaryKey()) {
				throw new QueryValueException("Cannot query '%s': '%s' of %s is no relation and no key."
					.formatted(instance, target.name(), path.model().name()), target.subject()).of(instance);
			}
			checkInstance(path.model(), instance);
		}
	}

	private static void checkInstance(EntityModel expected, Model instance) {
		Class<?> type = expected.concrete().javaType();
		boolean isParent = isParent(expected, instance);
		if (!type.isInstance(instance) && !isParent) {
			throw QueryValueException.notOf(instance, expected.name());
		}
	}

	private static boolean isParent(EntityModel expected, Model instance) {
		for (EntityModel model = expected.parent(); model != null; model = model.parent()) {
			if (model.javaType().isInstance(instance)) {
				return true;
			}
		}
		return false;
	}

	/** Let the parameters made from instances bind their keys. */
	static Sql convert(Sql condition, JoinedPath trimmed, Operand operand) {
		if (!(operand instanceof Operand.Value value) || !holdsInstances(value.value())
				|| trimmed.path().targets().size() > 1) {
			return condition;
		}
		FieldModel target = trimmed.path().targets().get(0);
		return condition
			.transform((sql) -> (sql instanceof Parameter parameter && parameter.ordinal() == value.ordinal())
					? keyed(parameter, target) : null);
	}

	private static Sql keyed(Parameter parameter, FieldModel target) {
		Conversion key = new InstanceKey(target);
		Conversion after = parameter.conversion();
		return new Parameter(parameter.ordinal(), parameter.constant(), (value) -> after.apply(key.apply(value)),
				parameter.type(), parameter.typed());
	}

	private static boolean holdsInstances(@Nullable Object value) {
		return value instanceof Model
				|| (value instanceof Collection<?> values && values.stream().anyMatch(Model.class::isInstance));
	}

}
