package dev.orm.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.load.follow.Keys;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Fetches or counts the rows of a to-many relation for an instance and its peers by one
 * query. The rows of one instance alone are left to be read as asked for, and not kept.
 */
final class PeerRows {

	private static final String OWNER = "_owner";

	private static final String COUNT = "_count";

	private final Reader reader;

	private final ReadOptions options;

	private final RelationModel relation;

	PeerRows(Reader reader, ReadOptions options, RelationModel relation) {
		this.reader = reader;
		this.options = options;
		this.relation = relation;
	}

	static @Nullable List<?> rows(Model owner, RelationModel relation) {
		InstanceState state = InstanceState.ifPresent(owner);
		return (state != null) ? (List<?>) state.related().get(relation.name()) : null;
	}

	static @Nullable Long count(Model owner, RelationModel relation) {
		List<?> rows = rows(owner, relation);
		if (rows != null) {
			return (long) rows.size();
		}
		InstanceState state = InstanceState.ifPresent(owner);
		return (state != null) ? state.counted().get(relation.name()) : null;
	}

	@Nullable List<?> fetch(List<Model> owners) {
		if (owners.size() == 1) {
			return null;
		}
		RelationFetcher fetcher = new RelationFetcher(this.reader, this.options);
		if (this.relation.kind() == RelationModel.Kind.MANY_TO_MANY) {
			fetcher.manyToMany(owners, this.relation, null, this.relation.name());
		}
		else {
			fetcher.reverseMany(owners, this.relation, null, this.relation.name());
		}
		return rows(owners.get(0), this.relation);
	}

	@Nullable Long count(List<Model> owners) {
		QuerySpec rows = this.reader.managers().rows(this.relation.target());
		if (owners.size() == 1 || !isFiltered(rows)) {
			return null;
		}
		List<Object> keys = owners.stream().map(this::key).filter(Objects::nonNull).toList();
		Map<Object, Long> counts = counts(rows, keys);
		for (Model owner : owners) {
			Object key = referred().key(key(owner));
			long count = (key != null) ? counts.getOrDefault(key, 0L) : 0;
			InstanceState.of(owner).counted().put(this.relation.name(), count);
		}
		return count(owners.get(0), this.relation);
	}

	private @Nullable Object key(Model owner) {
		return Keys.value(owner, referred());
	}

	private FieldModel referred() {
		return this.relation.path().get(0).fromField();
	}

	/**
	 * What else a default manager says of its rows might change their number by group.
	 */
	private static boolean isFiltered(QuerySpec rows) {
		return rows.operations()
			.stream()
			.allMatch((step) -> step instanceof Restriction.Filter || step instanceof Restriction.Unscoped);
	}

	private Map<Object, Long> counts(QuerySpec rows, List<Object> keys) {
		String back = this.relation.wayBack();
		Computation.Aggregate number = new Computation.Aggregate("Count", List.of(new Atom.Field("pk")), false, null,
				List.of(), null, Map.of(), null);
		QuerySpec counted = rows.then(Restriction.related(this.relation, Nodes.of(keys), true))
			.then(new Arrangement.OrderBy(List.of()))
			.then(new Selection.Annotate(Map.of(OWNER, new Atom.Field(back)), true))
			.then(new Selection.Values(List.of(OWNER), Map.of()))
			.then(new Selection.Annotate(Map.of(COUNT, number), true));
		Map<Object, Long> counts = new HashMap<>();
		for (@Nullable
		Object[] row : this.reader.values(counted, this.options).rows()) {
			Object owner = referred().key(row[0]);
			if (owner != null && row[1] instanceof Number found) {
				counts.merge(owner, found.longValue(), Long::sum);
			}
		}
		return counts;
	}

}
