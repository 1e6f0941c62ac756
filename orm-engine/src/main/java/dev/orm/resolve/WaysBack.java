package dev.orm.resolve;

import dev.orm.meta.RelationModel;

/** Finds the name in paths that leads from a relation's target back to its source. */
public final class WaysBack {

	private WaysBack() {
	}

	/**
	 * Find the way back.
	 * @param relation a reverse foreign key, reverse one-to-one or many-to-many relation
	 * @return the name in paths
	 */
	public static String of(RelationModel relation) {
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
				&& candidate.throughTable().source().equals(relation.throughTable().target())
				&& candidate.throughTable().target().equals(relation.throughTable().source());
	}

}
