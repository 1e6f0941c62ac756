package dev.orm.succession;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.expression.Aggregates;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation.Lock;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.RowShape;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.write.FoundRows;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Knows the last place among the rows of owners, and gives new rows the next ones. Owners
 * are locked first, in the order of their keys, so that of two transactions one waits for
 * the other. Rows without an owner have places among each other, which nothing guards.
 * Django's {@code _order}. Thread-safe.
 */
public final class LastPositions {

	private static final Lock CHANGED = new Lock(Lock.Strength.NO_KEY_UPDATE, false, false, Lock.FOR_UPDATE.timeout(),
			List.of());

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final RowLookup rows;

	public LastPositions(InstanceValues values, InstanceSetter setter, QueryCompiler compiler, StatementSender sender,
			RowLookup rows) {
		this.values = values;
		this.setter = setter;
		this.compiler = compiler;
		this.sender = sender;
		this.rows = rows;
	}

	/** Give rows the places after those that are there. */
	void take(List<? extends Model> instances, AutomaticColumn column, Route route) {
		FieldModel owner = column.source();
		Map<@Nullable Object, Object> owners = new LinkedHashMap<>();
		instances.forEach((instance) -> {
			Object key = this.values.value(instance, owner);
			if (key != null) {
				owners.put(owner.key(key), key);
			}
		});
		lock(owner, owners.values(), route);
		Map<@Nullable Object, Long> next = next(column, List.copyOf(owners.values()), route);
		if (instances.stream().anyMatch((instance) -> this.values.value(instance, owner) == null)) {
			next.putAll(next(column, null, route));
		}
		for (Model instance : instances) {
			Object key = owner.key(this.values.value(instance, owner));
			long position = next.getOrDefault(key, 0L);
			this.setter.set(instance, column.field(), position);
			next.put(key, position + 1);
		}
	}

	/** Return the place after the last one of an owner. */
	long next(AutomaticColumn column, Object owner, Route route) {
		return next(column, List.of(owner), route).getOrDefault(column.source().key(owner), 0L);
	}

	/** Lock the rows of owners until the end of the transaction. */
	void lock(FieldModel owner, Iterable<Object> keys, Route route) {
		List<Object> all = new ArrayList<>();
		keys.forEach(all::add);
		if (all.isEmpty()) {
			return;
		}
		FieldModel referred = InstanceValues.relation(owner).path().get(0).toField();
		EntityModel table = referred.owner();
		QuerySpec locked = QuerySpec.every(table)
			.then(new Restriction.Filter(
					List.of(new Predicate.Lookup(referred.attname() + "__in", new Atom.Literal(all, null))), false))
			.then(new Arrangement.OrderBy(List.of(Clause.Ordering.named(referred.attname()))))
			.then(CHANGED);
		this.rows.read(locked, new FoundRows.Columns(table, table.key()), route);
	}

	/** Return the next place of each owner that has rows; of rows without, for null. */
	private Map<@Nullable Object, Long> next(AutomaticColumn column, @Nullable List<Object> owners, Route route) {
		Map<@Nullable Object, Long> next = new HashMap<>();
		if (owners != null && owners.isEmpty()) {
			return next;
		}
		FieldModel owner = column.source();
		String name = owner.attname();
		Node among = (owners != null) ? new Predicate.Lookup(name + "__in", new Atom.Literal(owners, null))
				: new Predicate.Lookup(name + "__isnull", new Atom.Literal(true, null));
		Node last = Aggregates.max(column.field().name()).node();
		BoundQuery query = this.compiler.select(QuerySpec.every(column.field().owner().concrete())
			.then(new Restriction.Filter(List.of(among), false))
			.then(new Arrangement.OrderBy(List.of()))
			.then(new Selection.Values(List.of(name), Map.of()))
			.then(new Selection.Annotate(Map.of("last", last), true)));
		RowShape.Values shape = (RowShape.Values) Objects.requireNonNull(query.plan().shape());
		return this.sender.query(query, Operation.SELECT, route, (found) -> {
			while (found.next()) {
				next.put(owner.key(value(shape, 0, found)),
						((Number) Objects.requireNonNull(value(shape, 1, found))).longValue() + 1);
			}
			return next;
		});
	}

	private static @Nullable Object value(RowShape.Values shape, int index, RowReader found) {
		return found.get(shape.values().get(index).column(), shape.values().get(index).type());
	}

}
