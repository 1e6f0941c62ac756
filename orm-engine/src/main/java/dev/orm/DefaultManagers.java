package dev.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.orm.annotation.DefaultManager;
import dev.orm.check.Problem;
import dev.orm.error.ModelDefinitionException;
import dev.orm.load.RelatedManagers;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes related managers, which start from the rows of their model's default manager.
 * Thread-safe.
 */
final class DefaultManagers implements RelatedManagers {

	private final ModelRegistry models;

	private final Map<EntityModel, AbstractManager<?, ?>> defaults = new ConcurrentHashMap<>();

	/** Those of the application, in the order they were bound; the last of each class. */
	private final Map<EntityModel, Map<Class<?>, AbstractManager<?, ?>>> own = new ConcurrentHashMap<>();

	private volatile @Nullable Orm orm;

	DefaultManagers(ModelRegistry models) {
		this.models = models;
	}

	/** Serve an ORM: from now on there are related rows. */
	void serve(Orm built) {
		this.orm = built;
	}

	void add(AbstractManager<?, ?> manager) {
		EntityModel model = this.models.model(manager.modelType());
		this.own.computeIfAbsent(model, (missing) -> Collections.synchronizedMap(new LinkedHashMap<>()))
			.put(manager.getClass(), manager);
		if (!manager.getClass().isAnnotationPresent(DefaultManager.class)) {
			return;
		}
		AbstractManager<?, ?> other = this.defaults.put(model, manager);
		if (other != null && other.getClass() != manager.getClass()) {
			throw new ModelDefinitionException("%s has two default managers: %s and %s. Annotate one."
				.formatted(model.name(), other.getClass().getName(), manager.getClass().getName()), model.subject());
		}
	}

	/** The default manager, or else that of all rows, and the others behind it. */
	@SuppressWarnings("unchecked")
	<T extends Model> List<AbstractManager<T, ?>> of(Class<T> type, Manager<T> all) {
		EntityModel model = this.models.model(type);
		AbstractManager<?, ?> first = this.defaults.getOrDefault(model, all);
		List<AbstractManager<T, ?>> managers = new ArrayList<>(List.of((AbstractManager<T, ?>) first));
		bound(model).filter((manager) -> manager != first)
			.forEach((manager) -> managers.add((AbstractManager<T, ?>) manager));
		return List.copyOf(managers);
	}

	private Stream<AbstractManager<?, ?>> bound(EntityModel model) {
		Map<Class<?>, AbstractManager<?, ?>> bound = this.own.getOrDefault(model, Map.of());
		synchronized (bound) {
			return List.copyOf(bound.values()).stream();
		}
	}

	/** Models that have several managers of the application, none of them the default. */
	Stream<Problem> problems() {
		return this.own.keySet()
			.stream()
			.filter((model) -> bound(model).count() > 1 && !this.defaults.containsKey(model))
			.map((model) -> Problem.warning("manager-default", model.name(),
					"%s has the managers %s, and none is its default: relations start from all of its rows.".formatted(
							model, bound(model).map((manager) -> manager.getClass().getSimpleName()).sorted().toList()),
					"annotate one with @DefaultManager, or silence it"));
	}

	@Override
	public Object related(Model owner, RelationModel relation) {
		return RelatedRows.of(Objects.requireNonNull(this.orm), owner, relation);
	}

	@Override
	public QuerySpec rows(EntityModel model) {
		AbstractManager<?, ?> manager = this.defaults.get(model);
		return (manager != null) ? (QuerySpec) manager.query() : QuerySpec.of(model);
	}

}
