package dev.orm.load.follow;

import java.util.List;
import java.util.Optional;

import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;

/** Finds relations by accessor. */
public final class Relations {

	private Relations() {
	}

	public static List<String> accessors(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> !relation.hidden())
			.map(RelationModel::name)
			.sorted()
			.toList();
	}

	public static RelationModel find(EntityModel model, String name, String path) {
		return find(model, name).orElseThrow(() -> invalid(model, name, path));
	}

	private static OrmException invalid(EntityModel model, String name, String path) {
		String choices = Suggestions.guessAndChoices(name, List.copyOf(accessors(model)));
		if (model.field(name).isPresent()) {
			return new QueryValueException(
					"'%s' does not resolve to an item that supports prefetching: '%s' is an invalid parameter to prefetchRelated() of %s.%s"
						.formatted(name, path, model.name(), choices));
		}
		return new RelationOperationException(
				"Cannot find '%s' on %s, '%s' is an invalid parameter to prefetchRelated().%s".formatted(name,
						model.name(), path, choices));
	}

	/** Find a relation by accessor, or by its name in paths. */
	public static Optional<RelationModel> find(EntityModel model, String name) {
		return model.accessor(name).or(() -> model.relation(name).filter((relation) -> !relation.hidden()));
	}

}
