package dev.orm.succession;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.TenantFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.type.ValueTypes;
import dev.orm.write.ColumnArrays;
import dev.orm.write.FoundRows;
import dev.orm.write.InstanceStatements;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of one owner in another order, by one UPDATE of all of them. The owner is
 * locked, so that what is read of the order before is still true. Thread-safe.
 */
public final class RowOrder {

	private final LastPositions positions;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final RowLookup rows;

	private final TenantFields tenants;

	public RowOrder(LastPositions positions, QueryCompiler compiler, StatementSender sender, RowLookup rows,
			TenantFields tenants) {
		this.tenants = tenants;
		this.positions = positions;
		this.compiler = compiler;
		this.sender = sender;
		this.rows = rows;
	}

	/**
	 * Let rows come first, in the order given; those that are not named follow as they
	 * were.
	 * @param column the positions
	 * @param owner the value of the foreign key
	 * @param first keys of rows
	 * @param route where
	 * @throws DoesNotExistException if a key is none of the owner's rows
	 * @throws IllegalQueryException if a key is named twice
	 */
	public void reorder(AutomaticColumn column, Object owner, Collection<?> first, Route route) {
		EntityModel model = model(column);
		changing(column, owner, route, (old) -> {
			Map<Object, Object> ordered = new LinkedHashMap<>();
			for (Object given : first) {
				Object key = key(model, given);
				Object stored = old.remove(key);
				if (stored == null) {
					throw ordered.containsKey(key) ? new IllegalQueryException(
							"The key %s is named twice in an order of %s".formatted(given, model.name()),
							model.subject().by("order")) : unknown(column, given);
				}
				ordered.put(key, stored);
			}
			ordered.putAll(old);
			return List.copyOf(ordered.values());
		});
	}

	/**
	 * Move a row among the others.
	 * @param column the positions
	 * @param owner the value of the foreign key
	 * @param moved the key of the row
	 * @param place the place it gets, from 0; at most the last one
	 * @param route where
	 * @return the place it got
	 * @throws DoesNotExistException if it is none of the owner's rows
	 */
	public int move(AutomaticColumn column, Object owner, Object moved, int place, Route route) {
		int[] got = new int[1];
		changing(column, owner, route, (old) -> {
			Object stored = old.remove(key(model(column), moved));
			if (stored == null) {
				throw unknown(column, moved);
			}
			List<Object> ordered = new ArrayList<>(old.values());
			got[0] = Math.min(Math.max(place, 0), ordered.size());
			ordered.add(got[0], stored);
			return ordered;
		});
		return got[0];
	}

	/**
	 * Give rows an owner, and the places after its own; those that are its rows already
	 * keep theirs.
	 * @param column the positions
	 * @param owner the value of the foreign key
	 * @param keys keys of rows, in their new order
	 * @param route where
	 * @param pointing gives the rows the owner
	 * @return the new places, by the form in which keys are equal
	 */
	public Map<Object, Long> append(AutomaticColumn column, Object owner, Collection<?> keys, Route route,
			Runnable pointing) {
		EntityModel model = model(column);
		return this.sender.together(route, () -> {
			this.positions.lock(column.source(), List.of(owner), route);
			Map<Object, Object> fresh = new LinkedHashMap<>();
			keys.forEach((key) -> fresh.put(key(model, key), key));
			fresh.keySet()
				.removeAll(this.rows
					.read(RowFilter.keys(model.key(), List.copyOf(fresh.values()))
						.and(own(model, column.source()), List.of(owner)), new FoundRows.Columns(model, model.key()),
							route)
					.keys());
			long next = this.positions.next(column, owner, route);
			pointing.run();
			return place(column, owner, fresh, next, route);
		});
	}

	private Map<Object, Long> place(AutomaticColumn column, Object owner, Map<Object, Object> fresh, long next,
			Route route) {
		Map<Object, Long> places = new LinkedHashMap<>();
		fresh.keySet().forEach((key) -> places.put(key, next + places.size()));
		if (!fresh.isEmpty()) {
			update(column, owner, List.copyOf(fresh.values()), next, route);
		}
		return places;
	}

	private static EntityModel model(AutomaticColumn column) {
		return column.field().owner().concrete();
	}

	private static Object key(EntityModel model, Object given) {
		return Objects.requireNonNull(model.key(converted(model, given)));
	}

	private static @Nullable Object converted(EntityModel model, Object given) {
		Object key = model.plainKey(given);
		if (!(key instanceof List<?> parts) || parts.size() != model.key().size()) {
			return model.pk().convert(key);
		}
		List<@Nullable Object> converted = new ArrayList<>();
		for (FieldModel field : model.key()) {
			converted.add(field.convert(parts.get(converted.size())));
		}
		return converted;
	}

	private static DoesNotExistException unknown(AutomaticColumn column, Object key) {
		EntityModel model = model(column);
		return new DoesNotExistException(
				"%s has no row with the key %s among those of this %s. hint: name keys of its own rows"
					.formatted(model.name(), key, column.source().name()),
				model.name(), key);
	}

	private void changing(AutomaticColumn column, Object owner, Route route, Change change) {
		this.sender.together(route, () -> {
			this.positions.lock(column.source(), List.of(owner), route);
			update(column, owner, change.order(keys(column, owner, route)), 0, route);
		});
	}

	/**
	 * The keys of the rows there are, in their order, by the form in which they are
	 * equal.
	 */
	private Map<Object, Object> keys(AutomaticColumn column, Object owner, Route route) {
		EntityModel model = model(column);
		FoundRows found = this.rows.read(
				RowFilter.in(own(model, column.source()), List.of(owner)).of(model, own(model, column.field())),
				new FoundRows.Columns(model, model.key()), route);
		Map<Object, Object> keys = new LinkedHashMap<>();
		found.storedKeys().forEach((stored) -> keys.put(key(model, stored), stored));
		return keys;
	}

	private static FieldModel own(EntityModel model, FieldModel field) {
		return model.field(field.name()).orElseThrow();
	}

	private void update(AutomaticColumn column, Object owner, List<Object> keys, long first, Route route) {
		EntityModel model = model(column);
		List<FieldModel> key = model.key().stream().map((field) -> own(model, field)).toList();
		FieldModel source = own(model, column.source());
		Optional<Object> tenant = this.tenants.named(model);
		CompiledQuery update = this.compiler.statement(List.of("reorder", column, tenant.isPresent()), model.table(),
				() -> statement(model, key, source, own(model, column.field()), tenant.isPresent()));
		List<@Nullable Object> values = new ArrayList<>();
		values.add(first - 1);
		values.addAll(ColumnArrays.bind(key, columns(key, keys)));
		values.add(owner);
		tenant.ifPresent(values::add);
		this.sender.update(update, Operation.UPDATE, values, route);
	}

	private static List<@Nullable Object[]> columns(List<FieldModel> key, List<Object> keys) {
		List<@Nullable Object[]> columns = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			int part = i;
			columns.add(keys.stream().map((one) -> (key.size() > 1) ? ((List<?>) one).get(part) : one).toArray());
		}
		return columns;
	}

	private static UpdateStatement statement(EntityModel model, List<FieldModel> key, FieldModel source,
			FieldModel position, boolean ofTenant) {
		Unnest rows = new Unnest("v", key.stream().map(FieldModel::type).toList(), 1, Unnest.Order.NUMBERED);
		List<Sql> same = new ArrayList<>();
		key.forEach((field) -> same.add(InstanceStatements.same(field, rows.column(same.size()))));
		same.add(InstanceStatements.same(source, Parameter.of(key.size() + 1, source.type())));
		Tenancy tenancy = ofTenant ? Tenancy.own(model) : null;
		if (tenancy != null) {
			same.add(InstanceStatements.same(tenancy.field(), Parameter.of(key.size() + 2, tenancy.field().type())));
		}
		Sql place = new Infix(BuiltInOperator.PLUS, Column.computed(rows.alias(), Unnest.NUMBER, ValueTypes.BIGINT),
				Parameter.of(0, ValueTypes.BIGINT), position.type());
		return new UpdateStatement(model.table(), InstanceStatements.ROW,
				List.of(new UpdateStatement.Assigned(position.column(), place)), rows, InstanceStatements.all(same),
				List.of());
	}

	/** Says the order of rows. */
	@FunctionalInterface
	private interface Change {

		/**
		 * Return all keys in their new order.
		 * @param old the keys in the old one, by the form in which they are equal; may be
		 * changed
		 */
		List<Object> order(Map<Object, Object> old);

	}

}
