package dev.orm.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.load.follow.Accessors;
import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.observe.Purpose;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Fetches relations for all rows of a result, one query for each step of a path. Django's
 * {@code prefetch_related_objects}.
 */
final class Prefetcher {

	private final Reader reader;

	private final ReadOptions options;

	private final Map<String, Level> levels = new HashMap<>();

	/** The paths something was fetched for; what was there before is not among them. */
	private final Set<String> fetched = new HashSet<>();

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
		boolean checking = instances.isEmpty();
		Level root = new Level(model, () -> new ArrayList<>(instances));
		while (!queue.isEmpty()) {
			PrefetchRequest request = queue.poll();
			if (this.fetched.contains(request.reachedBy())) {
				checkAgain(request);
				continue;
			}
			follow(root, request);
			if (checking || this.fetched.contains(request.reachedBy())) {
				nested(request).forEach(queue::push);
			}
		}
	}

	private static void checkAgain(PrefetchRequest request) {
		if (request.query() != null) {
			throw new QueryValueException(
					"'%s' lookup was already seen with a different queryset. You may need to adjust the ordering of your lookups."
						.formatted(request.reachedBy()),
					Subject.ofArgument(request.reachedBy()));
		}
	}

	/** What the queryset of a request asks for itself, the last first. */
	private static List<PrefetchRequest> nested(PrefetchRequest request) {
		List<PrefetchRequest> nested = new ArrayList<>();
		request.options().prefetches().forEach((inner) -> nested.add(0, inner.under(request.reachedBy())));
		return nested;
	}

	private void follow(Level root, PrefetchRequest request) {
		List<String> names = Paths.split(request.path());
		Level level = root;
		StringBuilder path = new StringBuilder();
		for (int i = 0; i < names.size(); i++) {
			boolean last = i == names.size() - 1;
			path.append((i > 0) ? "__" : "")
				.append((last && request.toAttribute() != null) ? request.toAttribute() : names.get(i));
			Level known = this.levels.get(path.toString());
			level = (known != null) ? known : step(level, names.get(i), last ? request : null, path.toString());
			this.levels.put(path.toString(), level);
		}
	}

	private Level step(Level level, String name, @Nullable PrefetchRequest leaf, String path) {
		Optional<FieldModel> generic = GenericFetcher.find(level.model(), name);
		if (generic.isPresent()) {
			return generic(level, generic.get(), leaf, path);
		}
		RelationModel relation = Accessors.find(level.model(), name, (leaf != null) ? leaf.path() : path);
		String attribute = (leaf != null) ? leaf.toAttribute() : null;
		if (isAttribute(level.model(), attribute)) {
			return new Level(relation.target(), List::of);
		}
		List<Model> missing = level.instances()
			.stream()
			.filter((owner) -> !isFetched(owner, relation, attribute))
			.toList();
		if (!missing.isEmpty()) {
			fetch(missing, relation, leaf, attribute);
			this.fetched.add(path);
		}
		return new Level(relation.target(), () -> reached(level.instances(), relation, attribute));
	}

	/** Targets are of several models, so that nothing can be fetched behind them. */
	private Level generic(Level level, FieldModel type, @Nullable PrefetchRequest leaf, String path) {
		if (leaf == null || leaf.toAttribute() != null) {
			throw new QueryValueException(
					"'%s' of %s leads to rows of several models: prefetch(%s, …) takes a queryset for each, which prefetches on, and no other name"
						.formatted(path, level.model().name(), path),
					Subject.ofPath(level.model().name(), path));
		}
		List<Model> owners = level.instances();
		if (owners.stream().anyMatch((owner) -> !GenericFetcher.handle(owner, type).isFetched())) {
			new GenericFetcher(this.reader, this.options).fetch(owners, type, leaf.mixed());
			this.fetched.add(path);
		}
		return new Level(level.model(), List::of);
	}

	/** Django takes an attribute that every instance has for one that is fetched. */
	private static boolean isAttribute(EntityModel model, @Nullable String attribute) {
		return attribute != null && (model.field(attribute).isPresent() || model.accessor(attribute).isPresent());
	}

	private void fetch(List<Model> owners, RelationModel relation, @Nullable PrefetchRequest leaf,
			@Nullable String attribute) {
		ReadOptions read = (leaf != null && leaf.query() != null) ? leaf.options() : ReadOptions.DEFAULT;
		Route route = this.reader.routes().read(relation.target(), read.route(), Hints.of(owners.get(0)));
		RelationFetcher fetcher = new RelationFetcher(this.reader,
				read.using(route)
					.within(this.options)
					.meant(this.reader.purposes().of(relation, Purpose.Kind.PREFETCHED)));
		QuerySpec query = (leaf != null) ? leaf.query() : null;
		String key = (attribute != null) ? attribute : relation.name();
		switch (relation.kind()) {
			case FOREIGN_KEY, ONE_TO_ONE -> fetcher.forward(owners, relation, query, attribute);
			case REVERSE_ONE_TO_ONE -> fetcher.reverseOne(owners, relation, query, key);
			case REVERSE_FOREIGN_KEY ->
				seen(owners, relation).forEach((own, some) -> fetcher.reverseMany(some, own, query, key));
			case MANY_TO_MANY -> fetcher.manyToMany(owners, relation, query, key);
		}
		if (attribute != null && !relation.forward()) {
			owners.forEach((owner) -> expose(owner, attribute));
		}
	}

	/**
	 * The relation as each owner sees it: generic keys point to the table of the child
	 * that an owner may be.
	 */
	private Map<RelationModel, List<Model>> seen(List<Model> owners, RelationModel relation) {
		if (relation.typed() == null) {
			return Map.of(relation, owners);
		}
		Map<RelationModel, List<Model>> seen = new LinkedHashMap<>();
		for (Model owner : owners) {
			RelationModel own = this.reader.models().model(owner.getClass()).accessor(relation.name()).orElse(relation);
			seen.computeIfAbsent(own, (missing) -> new ArrayList<>()).add(owner);
		}
		return seen;
	}

	/** A result under a name of its own is read as an annotation is. */
	private static void expose(Model owner, String attribute) {
		InstanceState state = InstanceState.of(owner);
		state.annotations().put(attribute, state.related().get(attribute));
	}

	private static boolean isFetched(Model owner, RelationModel relation, @Nullable String attribute) {
		InstanceState state = InstanceState.ifPresent(owner);
		if (attribute != null) {
			return state != null && state.annotations().containsKey(attribute);
		}
		if (relation.forward()) {
			return Keys.handle(owner, relation).isFetched();
		}
		return state != null && state.related().containsKey(relation.name());
	}

	private static @Nullable Object value(Model owner, RelationModel relation, @Nullable String attribute) {
		if (attribute != null) {
			return InstanceState.of(owner).annotations().get(attribute);
		}
		return relation.forward() ? Keys.handle(owner, relation).fetched()
				: InstanceState.of(owner).related().get(relation.name());
	}

	private static List<Model> reached(List<Model> owners, RelationModel relation, @Nullable String attribute) {
		Set<Model> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Model> reached = new ArrayList<>();
		for (Model owner : owners) {
			Object value = value(owner, relation, attribute);
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
