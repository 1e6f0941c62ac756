package dev.orm.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks whether what an object names is there. */
final class SchemaCheck implements SchemaObject.Visitor<Boolean> {

	private final Schema schema;

	private final Set<String> tables = new HashSet<>();

	private final Map<String, Set<String>> columns = new HashMap<>();

	private final Map<String, Key> keys = new HashMap<>();

	SchemaCheck(Schema schema) {
		this.schema = schema;
		for (SchemaObject object : schema.objects()) {
			if (object instanceof Table table) {
				this.tables.add(table.name());
			}
			else if (object instanceof Column column) {
				this.columns.computeIfAbsent(column.table(), (table) -> new HashSet<>()).add(column.name());
			}
			else if (object instanceof Key key) {
				requireOnly(key);
			}
		}
	}

	private void requireOnly(Key key) {
		Key other = this.keys.putIfAbsent(key.table(), key);
		if (other != null) {
			throw new FactException("table %s has two keys; one of them is %s".formatted(key.table(), key.line()),
					List.of(key.id(), other.id()));
		}
	}

	void check(SchemaObject object) {
		object.accept(this);
	}

	private Boolean require(SchemaObject object, String table, List<String> names) {
		if (!this.tables.contains(table)) {
			throw missing(object, ObjectId.table(table));
		}
		Set<String> known = this.columns.getOrDefault(table, Set.of());
		for (String name : names) {
			if (!known.contains(name)) {
				throw missing(object, ObjectId.column(table, name));
			}
		}
		return true;
	}

	private FactException missing(SchemaObject object, ObjectId needed) {
		return FactException.missing("%s needs %s, which is not there.".formatted(object.id(), needed),
				List.of(object.id(), needed), this.schema.objects().stream().map(SchemaObject::id).toList());
	}

	@Override
	public Boolean namespace(Namespace namespace) {
		return true;
	}

	@Override
	public Boolean extension(Extension extension) {
		return true;
	}

	@Override
	public Boolean collation(Sorting collation) {
		return true;
	}

	@Override
	public Boolean table(Table table) {
		return require(table, table.name(), table.partition());
	}

	@Override
	public Boolean column(Column column) {
		return require(column, column.table(), List.of());
	}

	@Override
	public Boolean key(Key key) {
		return require(key, key.table(), key.columns());
	}

	@Override
	public Boolean unique(Unique unique) {
		require(unique, unique.table(), unique.include());
		return require(unique, unique.table(), unique.columns());
	}

	@Override
	public Boolean check(Check check) {
		return require(check, check.table(), List.of());
	}

	@Override
	public Boolean exclusion(Exclusion exclusion) {
		return require(exclusion, exclusion.table(), List.of());
	}

	@Override
	public Boolean index(Index index) {
		require(index, index.table(), index.include());
		return require(index, index.table(),
				index.elements().stream().map(Index.Element::column).filter((name) -> !name.isEmpty()).toList());
	}

	@Override
	public Boolean foreignKey(ForeignKey key) {
		if (!key.outside()) {
			require(key, key.target(), key.targetColumns());
		}
		return require(key, key.table(), key.columns());
	}

	@Override
	public Boolean distribution(Distribution distribution) {
		return require(distribution, distribution.table(), distribution.columns());
	}

	@Override
	public Boolean policy(Policy policy) {
		return require(policy, policy.table(), List.of());
	}

	@Override
	public Boolean history(History history) {
		require(history, history.rows(), List.of());
		require(history, history.table(), history.kept());
		return require(history, history.table(), history.key());
	}

	@Override
	public Boolean raw(Raw raw) {
		return true;
	}

}
