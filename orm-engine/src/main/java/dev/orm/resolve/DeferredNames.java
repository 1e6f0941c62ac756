package dev.orm.resolve;

import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;
import dev.orm.query.Paths;
import dev.orm.query.Selection;
import dev.orm.resolve.follow.Deferral;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names given to {@code only} and {@code defer} that are no fields, whatever the
 * query does with them. Django looks at them where it selects the model's columns.
 */
final class DeferredNames {

	private static final String KEY = "pk";

	private final SelectQuery query;

	private final Selection.Defer operation;

	private DeferredNames(SelectQuery query, Selection.Defer operation) {
		this.query = query;
		this.operation = operation;
	}

	static void check(SelectQuery query, Selection.Defer operation) {
		DeferredNames names = new DeferredNames(query, operation);
		operation.paths().forEach((path) -> names.check(Paths.split(path)));
	}

	/**
	 * Refuse {@code pk} among what stays deferred: a later {@code only}, or one before,
	 * may have made it mean nothing.
	 */
	static void checkKey(SelectQuery query) {
		Deferral deferral = query.deferral();
		if (!deferral.only() && deferral.names().contains(KEY) && isUnknownKey(query.model, KEY)) {
			throw Suggestions.noField(query.model, KEY);
		}
	}

	private void check(List<String> names) {
		Clause.FilteredRelation filtered = this.query.filteredRelations().get(names.get(0));
		if (filtered == null) {
			check(this.query.model, names, 0);
			return;
		}
		if (this.operation.only()) {
			throw new IllegalQueryException("only() is not supported with FilteredRelation.",
					this.query.model.subject().by("only"));
		}
		EntityModel target = this.query.model;
		for (String name : Paths.split(filtered.relation())) {
			target = target.relation(name).orElseThrow().target();
		}
		check(target, names, 1);
	}

	private void check(EntityModel start, List<String> names, int from) {
		EntityModel current = start;
		for (int i = from; i < names.size(); i++) {
			if (isEmbedded(current, String.join("__", names.subList(i, names.size())))) {
				return;
			}
			String name = names.get(i);
			RelationModel relation = relation(current, name);
			boolean field = relation != null || current.field(name).isPresent();
			boolean behind = names.size() > 1 && isUnknownKey(current, name);
			if (behind || (!field && !name.equals(KEY))) {
				throw Suggestions.noField(current, name);
			}
			if (relation == null && i < names.size() - 1) {
				throw new FieldException("%s.%s is no relation, so there is no '%s' behind it."
					.formatted(current.name(), name, names.get(i + 1)),
						Subject.ofPath(current.name(), String.join("__", names)));
			}
			current = (relation != null) ? relation.target() : current;
		}
	}

	/** Whether a name is that of a component of an embedded record, or of a record. */
	private static boolean isEmbedded(EntityModel model, String name) {
		return model.fields()
			.stream()
			.map(FieldModel::name)
			.anyMatch((field) -> field.contains("__") && (field + "__").startsWith(name + "__"));
	}

	/** The key goes by its own name; {@code pk} means it where it stands alone. */
	private static boolean isUnknownKey(EntityModel model, String name) {
		boolean field = model.key().size() > 1
				|| model.field(name).filter((key) -> key.name().equals(name)).isPresent();
		return name.equals(KEY) && !field;
	}

	private static @Nullable RelationModel relation(EntityModel model, String name) {
		return model.relation(name)
			.orElseGet(() -> model.field(name)
				.filter((field) -> field.relation() != null)
				.map((field) -> field.relation())
				.orElse(null));
	}

}
