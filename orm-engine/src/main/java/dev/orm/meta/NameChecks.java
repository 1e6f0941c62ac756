package dev.orm.meta;

import java.util.HashMap;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Refuses two meanings of one name on a model, naming both. Django's checks fields.E302
 * to E305.
 */
final class NameChecks {

	private final EntityModel model;

	private final Map<String, Object> accessors = new HashMap<>();

	private final Map<String, Object> queryNames = new HashMap<>();

	NameChecks(EntityModel model) {
		this.model = model;
	}

	/** Start from the fields and forward relations of a model. */
	static NameChecks of(EntityModel model) {
		NameChecks checks = new NameChecks(model);
		for (RelationModel relation : model.relations()) {
			// a foreign key has the name of its field
			if (relation.kind() == RelationModel.Kind.MANY_TO_MANY) {
				checks.accessors.putIfAbsent(relation.name(), relation);
				checks.queryNames.putIfAbsent(relation.queryName(), relation);
			}
		}
		return checks;
	}

	void claim(String name, Object declaration) {
		refuse(taken(this.accessors, name, declaration), name, declaration);
		refuse(taken(this.queryNames, name, declaration), name, declaration);
	}

	void claimReverse(RelationModel relation, Object declaration) {
		Object accessor = taken(this.accessors, relation.name(), declaration);
		Object queryName = taken(this.queryNames, relation.queryName(), declaration);
		refuse(accessor, relation.name(), declaration);
		refuse(queryName, relation.queryName(), declaration);
	}

	/** What has a name already; else it is the declaration's. */
	private @Nullable Object taken(Map<String, Object> names, String name, Object declaration) {
		FieldModel field = this.model.attribute(name);
		return (field != null) ? field : names.putIfAbsent(name, declaration);
	}

	private void refuse(@Nullable Object other, String name, Object declaration) {
		if (other != null) {
			throw new ModelDefinitionException(
					"'%s' on model %s would mean both %s and the way back of %s. hint: give one of them a @RelatedName (relation-accessor-clash)"
						.formatted(name, this.model, other, declaration),
					Subject.ofAttribute(this.model.name(), name));
		}
	}

}
