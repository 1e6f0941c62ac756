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
		for (FieldModel field : model.fields()) {
			checks.claim(field.name(), field);
		}
		for (RelationModel relation : model.relations()) {
			checks.accessors.putIfAbsent(relation.name(), relation);
			checks.queryNames.putIfAbsent(relation.queryName(), relation);
		}
		return checks;
	}

	void claim(String name, Object declaration) {
		refuse(this.accessors.putIfAbsent(name, declaration), name, declaration);
		refuse(this.queryNames.putIfAbsent(name, declaration), name, declaration);
	}

	void claimReverse(RelationModel relation, Object declaration) {
		Object accessor = this.accessors.putIfAbsent(relation.name(), declaration);
		Object queryName = this.queryNames.putIfAbsent(relation.queryName(), declaration);
		refuse(accessor, relation.name(), declaration);
		refuse(queryName, relation.queryName(), declaration);
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
