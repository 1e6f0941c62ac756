package dev.orm.migration.model;

import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;

/**
 * Who asks for an object of the schema. Immutable.
 *
 * @param name as people know it, such as {@code Product.weight}
 * @param subject the model, and the attribute if it is one
 */
record Claimant(String name, Subject subject) {

	static Claimant of(EntityModel model) {
		return new Claimant(model.toString(), model.subject());
	}

	static Claimant of(FieldModel field) {
		return new Claimant(field.toString(), field.subject());
	}

	/** What a model declares beside its attributes. */
	static Claimant meta(EntityModel model) {
		return new Claimant("Meta of " + model, model.subject());
	}

	static Claimant history(EntityModel model) {
		return new Claimant("history of " + model, model.subject());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
