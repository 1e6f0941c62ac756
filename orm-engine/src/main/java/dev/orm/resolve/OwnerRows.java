package dev.orm.resolve;

import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.query.Paths;
import dev.orm.query.Restriction;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Call;
import dev.orm.type.Conversion;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Runs a query for each of several owners:
 * {@code FROM unnest(keys) CROSS JOIN LATERAL (query)}. With an index on the foreign key
 * it reads a few rows for each owner, where numbering all rows of all owners would read
 * them all.
 *
 * @param keys the owners' keys, one array
 * @param type the type of a key
 */
record OwnerRows(Parameter keys, ValueType type) {

	private static final String OWNER = "owner";

	private static final String KEY = "key";

	private static final String ROWS = "rows";

	/** Restrict a query to the rows of the owner at hand. */
	static OwnerRows restrict(SelectQuery query, Restriction.PerOwner operation, JoinScope scope) {
		ResolvedPath path = PathFinder.find(query, Paths.split(operation.path()));
		ValueType type = path.targets().get(0).type();
		query.tables.know(OWNER, Map.of(KEY, type));
		Node key = new Atom.TableColumn(OWNER, KEY);
		new ConditionBuilder(query).add(List.of(new Predicate.Lookup(operation.path(), key)), false, scope);
		int ordinal = query.context.values().ordinal(operation.keys());
		return new OwnerRows(Parameter.ofShape(ordinal, Conversion.NONE, ValueTypes.arrayOf(type), true), type);
	}

	SelectStatement wrap(SelectStatement rows) {
		Selection key = new Selection(Call.of("UNNEST", this.type, this.keys), KEY);
		Source owners = Source.of(SelectStatement.of(List.of(key), List.of()), OWNER);
		Selection all = new Selection(new Column.All(ROWS), null);
		return SelectStatement.of(List.of(all), List.of(owners, Source.lateral(rows, ROWS)));
	}

}
