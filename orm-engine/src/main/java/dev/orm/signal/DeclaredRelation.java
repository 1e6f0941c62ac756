package dev.orm.signal;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;

/**
 * A many-to-many relation as it was declared, whichever side it is used from. Immutable.
 *
 * @param declaring the model that declares it
 * @param target the model it leads to
 * @param name the attribute
 * @param reversed whether it is used from the other side
 */
record DeclaredRelation(EntityModel declaring, EntityModel target, String name, boolean reversed) {

	static DeclaredRelation of(RelationModel used) {
		if (isDeclared(used)) {
			return new DeclaredRelation(used.source(), used.target(), used.name(), false);
		}
		String declared = used.target()
			.relations()
			.stream()
			.filter((relation) -> isDeclared(relation) && relation.queryName().equals(used.wayBack()))
			.map(RelationModel::name)
			.findFirst()
			.orElse(used.wayBack());
		return new DeclaredRelation(used.target(), used.source(), declared, true);
	}

	private static boolean isDeclared(RelationModel relation) {
		return relation.source()
			.description()
			.manyToMany()
			.stream()
			.anyMatch((declared) -> declared.name().equals(relation.name()));
	}

}
