package dev.orm.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.load.follow.Keys;
import dev.orm.load.follow.PerOwnerSlice;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.RelationModel.TypedKey;
import dev.orm.model.GenericKey;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one relation for several owners by one query and puts the rows where they
 * belong.
 */
final class RelationFetcher {

	private static final Operation UNORDERED = new Arrangement.OrderBy(List.of());

	private final Reader reader;

	private final ReadOptions options;

	RelationFetcher(Reader reader, ReadOptions options) {
		this.reader = reader;
		this.options = options.withoutPrefetch();
	}

	/**
	 * Fetch the targets of a foreign key or one-to-one. Kept under a name of its own, the
	 * relation itself stays as it is; else a row the caller's query leaves out is missing
	 * from then on.
	 */
	List<Model> forward(List<? extends Model> owners, RelationModel relation, @Nullable QuerySpec query,
			@Nullable String attribute) {
		FieldModel target = relation.path().get(0).toField();
		Set<Object> keys = targetKeys(owners, relation);
		QuerySpec targets = (query != null) ? query : targets(relation);
		List<Model> found = keys.isEmpty() ? List.of() : fetch(targets, target.name(), keys);
		Map<Object, Model> byKey = new HashMap<>();
		found.forEach((model) -> byKey.put(target.key(Keys.value(model, target)), model));
		String back = relation.oneToOneBack();
		for (Model owner : owners) {
			ToOne<Model> handle = Keys.handle(owner, relation);
			Model model = (handle.id() != null) ? byKey.get(target.key(handle.id())) : null;
			if (attribute != null) {
				InstanceState.of(owner).annotations().put(attribute, model);
			}
			else {
				keep(model, handle, query != null);
			}
			if (model != null && back != null) {
				InstanceState.of(model).related().put(back, owner);
			}
		}
		return found;
	}

	private static Set<Object> targetKeys(List<? extends Model> owners, RelationModel relation) {
		Set<Object> keys = new LinkedHashSet<>();
		for (Model owner : owners) {
			Object key = Keys.handle(owner, relation).id();
			if (key != null) {
				keys.add(key);
			}
		}
		return keys;
	}

	private static void keep(@Nullable Model model, ToOne<Model> handle, boolean restricted) {
		if (model != null) {
			handle.cache(model);
		}
		else if (restricted) {
			handle.cacheMissing();
		}
	}

	/** Fetch one target, for a handle that its owner has replaced. */
	@Nullable Model target(RelationModel relation, Object key) {
		FieldModel target = relation.path().get(0).toField();
		List<Model> found = fetch(targets(relation), target.name(), Set.of(key));
		return found.isEmpty() ? null : found.get(0);
	}

	private static QuerySpec targets(RelationModel relation) {
		return QuerySpec.every(relation.target()).then(UNORDERED);
	}

	/** Fetch the rows whose one-to-one points to the owners. */
	List<Model> reverseOne(List<? extends Model> owners, RelationModel relation, @Nullable QuerySpec query,
			String name) {
		Map<Object, List<Model>> rows = new LinkedHashMap<>();
		QuerySpec targets = (query != null) ? query : QuerySpec.of(relation.target());
		List<Model> found = reverse(owners, relation, targets, rows);
		FieldModel target = relation.path().get(0).fromField();
		for (Model owner : owners) {
			List<Model> own = rows.getOrDefault(target.key(Keys.value(owner, target)), List.of());
			InstanceState.of(owner).related().put(name, own.isEmpty() ? null : own.get(0));
		}
		return found;
	}

	/** Fetch the rows whose foreign key points to the owners. */
	List<Model> reverseMany(List<? extends Model> owners, RelationModel relation, @Nullable QuerySpec query,
			String name) {
		Map<Object, List<Model>> rows = new LinkedHashMap<>();
		QuerySpec targets = (query != null) ? query : this.reader.managers().rows(relation.target());
		List<Model> found = reverse(owners, relation, targets, rows);
		put(owners, relation, rows, name);
		return found;
	}

	private List<Model> reverse(List<? extends Model> owners, RelationModel relation, QuerySpec query,
			Map<Object, List<Model>> rows) {
		FieldModel key = relation.foreignKey();
		Map<Object, Model> byKey = owners(owners, relation);
		boolean sliced = relation.multiValued() && query.isSliced();
		List<Model> found = sliced ? fetchPerOwner(query, relation, values(byKey.values(), relation))
				: fetch(typed(query, relation), key.name(), values(byKey.values(), relation));
		for (Model row : found) {
			Object owner = key.key(Keys.value(row, key));
			rows.computeIfAbsent(owner, (missing) -> new ArrayList<>()).add(row);
			known(row, relation, byKey.get(owner));
		}
		return found;
	}

	/** The rows know their owner, unless they know another instance of it. */
	private static void known(Model row, RelationModel relation, @Nullable Model owner) {
		TypedKey typed = relation.typed();
		if (typed != null) {
			GenericKey<?> handle = typed.handle(row);
			if (handle.fetched() == null && owner != null) {
				handle.cache(owner);
			}
			return;
		}
		ToOne<Model> handle = Keys.held(row, relation.foreignKey());
		if (handle != null && handle.fetched() == null) {
			handle.cache(owner);
		}
	}

	/** The rows among which a generic key points to the owners' table. */
	private static QuerySpec typed(QuerySpec query, RelationModel relation) {
		TypedKey typed = relation.typed();
		return (typed == null) ? query : query.then(new Restriction.Filter(List.of(typed.condition()), false));
	}

	/** Fetch the rows behind the join table. */
	List<Model> manyToMany(List<? extends Model> owners, RelationModel relation, @Nullable QuerySpec query,
			String name) {
		String back = relation.wayBack();
		Map<Object, Model> byKey = owners(owners, relation);
		QuerySpec restricted = (query != null) ? query : this.reader.managers().rows(relation.target());
		QuerySpec related = restricted.isSliced()
				? PerOwnerSlice.restrict(restricted, back, values(byKey.values(), relation))
				: restricted.then(new Restriction.RelatedTo(back, Nodes.of(values(byKey.values(), relation)), true));
		QuerySpec keyed = related.then(new Selection.Beside(List.of(new Atom.Field(back))));
		List<Model> found = this.reader.instances(PerOwnerSlice.slice(keyed, restricted), this.options);
		FieldModel key = relation.path().get(0).fromField();
		Map<Object, List<Model>> rows = new HashMap<>();
		for (Model row : found) {
			Object owner = InstanceState.of(row).takeBeside().get(0);
			if (owner != null) {
				rows.computeIfAbsent(key.key(owner), (missing) -> new ArrayList<>()).add(row);
			}
		}
		put(owners, relation, rows, name);
		return found;
	}

	/** The same row may be there several times: each instance gets a list of its own. */
	private static void put(List<? extends Model> owners, RelationModel relation, Map<Object, List<Model>> rows,
			String name) {
		FieldModel key = relation.path().get(0).fromField();
		for (Model owner : owners) {
			List<Model> own = rows.getOrDefault(key.key(Keys.value(owner, key)), List.of());
			InstanceState.of(owner).related().put(name, new ArrayList<>(own));
		}
	}

	private static Map<Object, Model> owners(List<? extends Model> owners, RelationModel relation) {
		FieldModel key = relation.path().get(0).fromField();
		Map<Object, Model> byKey = new LinkedHashMap<>();
		for (Model owner : owners) {
			Object value = Keys.value(owner, key);
			if (value != null) {
				byKey.put(key.key(value), owner);
			}
		}
		return byKey;
	}

	/** The keys as the owners hold them, which the database knows how to compare. */
	private static List<Object> values(Collection<Model> owners, RelationModel relation) {
		FieldModel key = relation.path().get(0).fromField();
		List<Object> values = new ArrayList<>(owners.size());
		owners.forEach((owner) -> values.add(Objects.requireNonNull(Keys.value(owner, key))));
		return values;
	}

	private List<Model> fetchPerOwner(QuerySpec query, RelationModel relation, Collection<?> keys) {
		QuerySpec related = typed(PerOwnerSlice.restrict(query, relation.foreignKey().name(), keys), relation);
		return this.reader.instances(PerOwnerSlice.slice(related, query), this.options);
	}

	private List<Model> fetch(QuerySpec query, String attribute, Collection<?> keys) {
		Node condition = new Predicate.Lookup(attribute + "__in", Nodes.of(new ArrayList<>(keys)));
		return this.reader.instances(query.then(new Restriction.Filter(List.of(condition), false)), this.options);
	}

}
