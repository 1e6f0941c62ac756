package dev.orm.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * Fetches relations for all rows of a result, one query for each step of a path. Django's
 * {@code prefetch_related_objects}.
 */
final class Prefetcher {

	private final Reader reader;

	private final ReadOptions options;

	private final Map<String, Level> done = new HashMap<>();

	Prefetcher(Reader reader, ReadOptions options) {
		this.reader = reader;
		this.options = options;
	}

	/** The rows a path reached, each once; found when something follows. */
	private static final class Level {

		private final EntityModel model;

		private final Supplier<List<Model>> search;

		private @Nullable List<Model> instances;

		Level(EntityModel model, Supplier<List<Model>> search) {
			this.model = model;
			this.search = search;
		}

		EntityModel model() {
			return this.model;
		}

		List<Model> instances() {
			List<Model> found = this.instances;
			if (found == null) {
				found = this.search.get();
				this.instances = found;
			}
			return found;
		}

	}

	void prefetch(List<? extends Model> instances, EntityModel model, List<PrefetchRequest> requests) {
		Deque<PrefetchRequest> queue = new ArrayDeque<>(requests);
		Level root = new Level(model, () -> new ArrayList<>(instances));
		while (!queue.isEmpty()) {
			PrefetchRequest request = queue.poll();
			if (this.done.containsKey(request.reachedBy())) {
				checkAgain(request);
				continue;
			}
			List<PrefetchRequest> nested = follow(root, request);
			for (int i = nested.size() - 1; i >= 0; i--) {
				queue.push(nested.get(i));
			}
		}
	}

	private static void checkAgain(PrefetchRequest request) {
		if (request.query() != null) {
			throw new QueryValueException(
					"'%s' lookup was already seen with a different queryset. You may need to adjust the ordering of your lookups."
						.formatted(request.reachedBy()));
		}
	}

	private List<PrefetchRequest> follow(Level root, PrefetchRequest request) {
		List<String> names = Paths.split(request.path());
		Level level = root;
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < names.size(); i++) {
			boolean last = i == names.size() - 1;
			path.append((i > 0) ? "__" : "")
				.append((last && request.toAttribute() != null) ? request.toAttribute() : names.get(i));
			Level known = this.done.get(path.toString());
			level = (known != null) ? known : step(level, names.get(i), last ? request : null, request.path());
			this.done.put(path.toString(), level);
		}
		return request.options().prefetches().stream().map((inner) -> inner.under(path.toString())).toList();
	}

	private Level step(Level level, String name, @Nullable PrefetchRequest leaf, String path) {
		RelationModel relation = Relations.find(level.model(), name, path);
		boolean custom = leaf != null && (leaf.query() != null || leaf.toAttribute() != null);
		List<Model> missing = custom ? level.instances()
				: level.instances().stream().filter((owner) -> !isFetched(owner, relation)).toList();
		String key = (leaf != null && leaf.toAttribute() != null) ? leaf.toAttribute() : relation.name();
		if (leaf != null && isAttribute(level.model(), leaf.toAttribute())) {
			return new Level(relation.target(), List::of);
		}
		if (!missing.isEmpty()) {
			fetch(missing, relation, leaf, key);
		}
		return new Level(relation.target(), () -> reached(level.instances(), relation, key));
	}

	/** Django takes an attribute that every instance has for one that is fetched. */
	private static boolean isAttribute(EntityModel model, @Nullable String attribute) {
		return attribute != null && (model.field(attribute).isPresent() || model.accessor(attribute).isPresent());
	}

	private void fetch(List<Model> owners, RelationModel relation, @Nullable PrefetchRequest leaf, String key) {
		ReadOptions read = (leaf != null && leaf.query() != null) ? leaf.options() : ReadOptions.DEFAULT;
		ReadOptions inherited = read.using((read.database() != null) ? read.database() : this.options.database())
			.fetchMode((read.fetchMode() != null) ? read.fetchMode() : this.options.fetchMode());
		RelationFetcher fetcher = new RelationFetcher(this.reader, inherited);
		QuerySpec query = (leaf != null) ? leaf.query() : null;
		switch (relation.kind()) {
			case FOREIGN_KEY, ONE_TO_ONE -> fetcher.forward(owners, relation, query);
			case REVERSE_ONE_TO_ONE -> fetcher.reverseOne(owners, relation, query, key);
			case REVERSE_FOREIGN_KEY -> fetcher.reverseMany(owners, relation, query, key);
			case MANY_TO_MANY -> fetcher.manyToMany(owners, relation, query, key);
		}
		if (leaf != null && leaf.toAttribute() != null) {
			owners.forEach((owner) -> expose(owner, relation, key));
		}
	}

	/** A result under a name of its own is read as an annotation is. */
	private static void expose(Model owner, RelationModel relation, String key) {
		InstanceState.of(owner).annotations().put(key, fetched(owner, relation, key));
	}

	private static @Nullable Object fetched(Model owner, RelationModel relation, String key) {
		return relation.forward() ? Keys.handle(owner, relation).fetched() : InstanceState.of(owner).related().get(key);
	}

	private static boolean isFetched(Model owner, RelationModel relation) {
		if (relation.forward()) {
			return Keys.handle(owner, relation).isFetched();
		}
		InstanceState state = InstanceState.ifPresent(owner);
		return state != null && state.related().containsKey(relation.name());
	}

	private static List<Model> reached(List<Model> owners, RelationModel relation, String key) {
		Set<Model> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Model> reached = new ArrayList<>();
		for (Model owner : owners) {
			Object value = fetched(owner, relation, key);
			Iterable<?> targets = (value instanceof Iterable<?> many) ? many
					: (value != null) ? List.of(value) : List.of();
			for (Object target : targets) {
				if (seen.add((Model) target)) {
					reached.add((Model) target);
				}
			}
		}
		return reached;
	}

}
