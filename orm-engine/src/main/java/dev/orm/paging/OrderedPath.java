package dev.orm.paging;

import java.util.List;
import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.meta.RelationModel;
import dev.orm.query.Paths;
import dev.orm.type.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a path that orders leads: along relations, and to what is named behind them.
 *
 * @param model the model it begins at
 * @param path the path
 * @param relations the path of the relations, with its underscores; empty for none
 * @param end the model they lead to
 * @param name what is named there; null if the path ends with a relation
 */
record OrderedPath(EntityModel model, String path, String relations, EntityModel end, @Nullable String name) {

	static OrderedPath of(EntityModel model, String path) {
		EntityModel at = model;
		StringBuilder relations = new StringBuilder();
		for (String name : Paths.split(path)) {
			Optional<RelationModel> relation = at.relation(name);
			if (relation.isEmpty()) {
				return new OrderedPath(model, path, relations.toString(), at, name);
			}
			at = relation.get().target();
			relations.append(name).append("__");
		}
		return new OrderedPath(model, path, relations.toString(), at, null);
	}

	/** The columns it stands for: several for a composite or generic key. */
	List<OrderedPath> columns() {
		List<FieldModel> fields = fields();
		return fields.isEmpty() ? List.of(this)
				: fields.stream().map((field) -> of(this.model, this.relations + field.name())).toList();
	}

	private List<FieldModel> fields() {
		if (this.name == null || this.name.equals("pk")) {
			return isKey() ? this.end.key() : List.of();
		}
		return this.path.equals(this.relations + this.name) ? FirstField.ofGenericKey(this.end, this.name) : List.of();
	}

	private boolean isKey() {
		return this.end.hasCompositeKey() || (this.name != null && this.relations.isEmpty());
	}

	/**
	 * Whether it leads to or into JSON, or to a list, whose values do not come back from
	 * a text.
	 */
	boolean isSeveralValues() {
		return this.name != null && this.end.field(this.name)
			.filter((field) -> field.type().kind() == Kind.JSON || field.type().kind() == Kind.ARRAY)
			.isPresent();
	}

	/** Whether there may be NULLs: in a nullable column, or behind a relation. */
	boolean isNullable() {
		return this.model.field(this.path).map(FieldModel::nullable).orElse(true);
	}

}
