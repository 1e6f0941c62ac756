package dev.orm.save;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Node;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Instances to insert, alike in the columns they leave out. Immutable.
 *
 * @param model their model
 * @param rows the instances
 * @param expressions what the database computes, by instance
 * @param leftOut the columns all rows leave to their defaults in the database
 */
public record NewRows(WriteModel model, List<? extends Model> rows,
		IdentityHashMap<Model, Map<FieldModel, Node>> expressions, List<FieldModel> leftOut) {

	public Map<FieldModel, Node> computed(Model row) {
		return this.expressions.getOrDefault(row, Map.of());
	}

	public boolean isComputed() {
		return this.rows.stream().anyMatch((row) -> !computed(row).isEmpty());
	}

	List<String> returning(OwnTable own, List<FieldModel> fields, @Nullable FieldModel identity,
			@Nullable FieldModel counted) {
		List<String> names = new ArrayList<>();
		own.answered(identity, this.leftOut).forEach((field) -> names.add(field.name()));
		fields.stream()
			.filter((field) -> field == counted
					|| this.rows.stream().anyMatch((row) -> computed(row).containsKey(field)))
			.map(FieldModel::name)
			.forEach(names::add);
		return names;
	}

}
