package dev.orm.load.follow;

import java.util.List;
import java.util.Optional;

import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;

/** Finds relations by accessor. */
public final class Accessors {

	private Accessors() {
	}

	public static List<String> of(EntityModel model) {
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
		UnknownName unknown = new UnknownName(model.name(), path, name, of(model));
		if (model.field(name).isPresent()) {
			return new QueryValueException(
					"'%s' does not resolve to an item that supports prefetching: '%s' is an invalid parameter to prefetchRelated() of %s."
						.formatted(name, path, model.name()),
					unknown);
		}
		return new RelationOperationException(
				"Cannot find '%s' on %s, '%s' is an invalid parameter to prefetchRelated().".formatted(name,
						model.name(), path),
				unknown);
	}

	/** Find a relation by accessor, or by its name in paths. */
	public static Optional<RelationModel> find(EntityModel model, String name) {
		return model.accessor(name).or(() -> model.relation(name).filter((relation) -> !relation.hidden()));
	}

}
