package dev.orm.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.choice.ChoiceOption;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import dev.orm.validate.rule.RowRefusals;
import org.jspecify.annotations.Nullable;

/**
 * The rows people may choose for a relation: those its default manager shows, as far as
 * its limits allow them. Thread-safe. Django's {@code limit_choices_to}.
 */
public final class ChosenRows {

	private final Reader reader;

	ChosenRows(Reader reader) {
		this.reader = reader;
	}

	/**
	 * Return the column whose values stand for the rows.
	 * @param relation a foreign key or a many-to-many relation
	 * @return the column the key, or the join row, refers to
	 */
	public static FieldModel referred(RelationModel relation) {
		FieldModel key = (relation.kind() == RelationModel.Kind.MANY_TO_MANY) ? relation.throughTable().target()
				: relation.foreignKey();
		return RowRefusals.referred(key);
	}

	/**
	 * Return which of some rows may not be chosen, by one statement, or none if there are
	 * none.
	 * @param model the model that has the relation
	 * @param relation the relation
	 * @param keys values of the column that stands for the rows
	 * @param route the database
	 * @return the keys of those that are not there, or not to be chosen, in order
	 */
	public List<Object> missing(EntityModel model, RelationModel relation, List<Object> keys, Route route) {
		if (keys.isEmpty()) {
			return List.of();
		}
		FieldModel referred = referred(relation);
		Node among = new Predicate.Lookup(referred.name() + "__in", Nodes.of(keys));
		QuerySpec query = rows(model, relation).then(new Restriction.Filter(List.of(among), false))
			.then(new Selection.Values(List.of(referred.name()), Map.of()));
		Set<@Nullable Object> found = new LinkedHashSet<>();
		this.reader.values(query, options(route)).rows().forEach((row) -> found.add(referred.key(row[0])));
		return keys.stream().filter((key) -> !found.contains(referred.key(key))).toList();
	}

	/**
	 * Return what there is to choose, by one statement.
	 * @param model the model that has the relation
	 * @param relation the relation
	 * @param route the database
	 * @return values of the column that stands for the rows, and the rows as texts
	 */
	public List<ChoiceOption> options(EntityModel model, RelationModel relation, Route route) {
		FieldModel referred = referred(relation);
		Map<Object, ChoiceOption> options = new LinkedHashMap<>();
		for (Model row : this.reader.instances(rows(model, relation), options(route))) {
			Object key = this.reader.known().value(row, referred);
			if (key != null) {
				options.putIfAbsent(key, new ChoiceOption(key, row.toString()));
			}
		}
		return new ArrayList<>(options.values());
	}

	private static ReadOptions options(Route route) {
		return ReadOptions.DEFAULT.using(route.on(Target.PRIMARY));
	}

	private QuerySpec rows(EntityModel model, RelationModel relation) {
		QuerySpec rows = this.reader.defaultRows(relation.target());
		List<Node> limits = Stream
			.concat(Stream.of(model),
					Stream.<EntityModel>iterate(model.concrete(), (table) -> table != null, EntityModel::parent))
			.distinct()
			.flatMap((table) -> table.declarations().limit(relation.name()).stream())
			.map((limit) -> limit.condition())
			.toList();
		return limits.isEmpty() ? rows : rows.then(new Restriction.Filter(limits, false));
	}

}
