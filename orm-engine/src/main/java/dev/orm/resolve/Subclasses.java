package dev.orm.resolve;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.RelationModel.Kind;
import dev.orm.model.Model;
import dev.orm.resolve.SelectPlanner.RelatedTree;

/**
 * The children rows may turn out to be, with those between them and the model.
 *
 * @param types their classes; empty for all there are
 */
record Subclasses(List<Class<? extends Model>> types) {

	void addTo(RelatedTree tree, EntityModel model) {
		for (RelationModel relation : model.relations()) {
			if (leadsToChild(relation) && isWanted(relation.target())) {
				addTo(tree.addChild(relation.queryName()), relation.target());
			}
		}
	}

	private static boolean leadsToChild(RelationModel relation) {
		return relation.kind() == Kind.REVERSE_ONE_TO_ONE && relation.foreignKey().isParentLink()
				&& relation.foreignKey() == relation.target().parentLink();
	}

	/** A child is joined for its own sake, or for that of a child of its own. */
	private boolean isWanted(EntityModel child) {
		return this.types.isEmpty() || this.types.stream().anyMatch(child.javaType()::isAssignableFrom);
	}

}
