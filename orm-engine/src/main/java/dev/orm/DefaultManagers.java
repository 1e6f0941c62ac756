package dev.orm;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

	private final Map<EntityModel, Set<String>> own = new ConcurrentHashMap<>();

	private volatile @Nullable Orm orm;

	DefaultManagers(ModelRegistry models) {
		this.models = models;
	}

	/** Serve an ORM: from now on there are related rows. */
	void serve(Orm built) {
		this.orm = built;
	}

	void add(AbstractManager<?, ?> manager) {
		this.own.computeIfAbsent(this.models.model(manager.modelType()), (model) -> ConcurrentHashMap.newKeySet())
			.add(manager.getClass().getSimpleName());
		if (!manager.getClass().isAnnotationPresent(DefaultManager.class)) {
			return;
		}
		EntityModel model = this.models.model(manager.modelType());
		AbstractManager<?, ?> other = this.defaults.put(model, manager);
		if (other != null && other.getClass() != manager.getClass()) {
			throw new ModelDefinitionException("%s has two default managers: %s and %s. Annotate one."
				.formatted(model.name(), other.getClass().getName(), manager.getClass().getName()));
		}
	}

	/** Models that have several managers of the application, none of them the default. */
	Stream<Problem> problems() {
		return this.own.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() > 1 && !this.defaults.containsKey(entry.getKey()))
			.map((entry) -> Problem.warning("manager-default", entry.getKey().name(),
					"%s has the managers %s, and none is its default: relations start from all of its rows."
						.formatted(entry.getKey(), entry.getValue().stream().sorted().toList()),
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
