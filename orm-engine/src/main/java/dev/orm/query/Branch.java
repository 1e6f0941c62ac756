package dev.orm.query;

import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.Query;
import dev.orm.expression.node.Shape;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;

/**
 * The rows above or below some rows of a model whose rows point to each other. It belongs
 * to no model before it is compared with a column: that tells the model. Immutable.
 *
 * @param parent the relation to the row above
 * @param below whether rows below are asked for; else those above
 * @param inclusive whether the rows themselves are among them
 * @param starts the keys of the rows, or a query of them
 */
public record Branch(String parent, boolean below, boolean inclusive, Node starts) implements Query {

	private static final String TABLE = "tree";

	@Override
	public void shape(Shape.Builder shape) {
		shape.add("branch").add(this.parent).add(this.below).add(this.inclusive);
		shape.addPart(this.starts);
	}

	/**
	 * Ask it of a model.
	 * @param model the model
	 * @return a query of the model, joined with a recursive table of keys
	 * @throws QueryValueException if the relation does not lead to the key of the model
	 */
	public QuerySpec of(EntityModel model) {
		String key = key(model);
		QuerySpec all = QuerySpec.of(model);
		boolean keys = this.below || this.inclusive;
		QuerySpec first = all.then(filter((this.below && !this.inclusive) ? this.parent : key, "in", this.starts))
			.then(values(keys ? key : this.parent));
		String column = keys ? key : this.parent;
		QuerySpec next = all
			.then(new Combination.JoinTable(TABLE, new Atom.Field(this.below ? this.parent : key), column, false))
			.then(values(this.below ? key : this.parent));
		return all.then(new Combination.With(TABLE, first, next, false))
			.then(new Combination.JoinTable(TABLE, new Atom.Field(key), column, false));
	}

	private String key(EntityModel model) {
		RelationModel relation = model.relation(this.parent)
			.filter((found) -> found.forward() && found.target().concrete() == model.concrete())
			.orElseThrow(() -> new QueryValueException(
					"%s has no relation '%s' from its rows to each other.".formatted(model, this.parent),
					UnknownName.of(model.name(), this.parent, loops(model))));
		if (model.hasCompositeKey() || !relation.path().get(0).toField().primaryKey()) {
			throw new QueryValueException(
					"A tree needs a relation to the key of one column, and %s is none".formatted(relation),
					relation.subject());
		}
		return relation.path().get(0).toField().name();
	}

	private static List<String> loops(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> relation.forward() && relation.target().concrete() == model.concrete())
			.map(RelationModel::name)
			.toList();
	}

	private static Operation filter(String path, String lookup, Node value) {
		return new Restriction.Filter(List.of(new Predicate.Lookup(path + "__" + lookup, value)), false);
	}

	private static Operation values(String name) {
		return new Selection.Values(List.of(name), Map.of());
	}

}
