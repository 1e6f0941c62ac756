package dev.orm.load;

import java.util.List;

import dev.orm.error.RelationOperationException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;

/** Finds relations by accessor, and the way back of one. */
final class Relations {

	private Relations() {
	}

	static List<String> accessors(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> !relation.hidden())
			.map(RelationModel::name)
			.sorted()
			.toList();
	}

	static RelationModel find(EntityModel model, String name, String path) {
		return model.accessor(name)
			.or(() -> model.relation(name).filter((relation) -> !relation.hidden()))
			.orElseThrow(() -> new RelationOperationException(
					"Cannot find '%s' on %s, '%s' is an invalid parameter to prefetchRelated(). Choices: %s"
						.formatted(name, model.name(), path, String.join(", ", accessors(model)))));
	}

	/** The name in paths that leads from a relation's target back to its source. */
	static String back(RelationModel relation) {
		if (relation.kind() != RelationModel.Kind.MANY_TO_MANY) {
			return relation.foreignKey().name();
		}
		if (relation.throughTable().symmetrical()) {
			return relation.queryName();
		}
		return relation.target()
			.relations()
			.stream()
			.filter((candidate) -> isBack(candidate, relation))
			.map(RelationModel::queryName)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No way back from " + relation));
	}

	private static boolean isBack(RelationModel candidate, RelationModel relation) {
		return candidate.kind() == RelationModel.Kind.MANY_TO_MANY
				&& candidate.throughTable().source() == relation.throughTable().target()
				&& candidate.throughTable().target() == relation.throughTable().source();
	}

}
