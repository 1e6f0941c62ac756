package dev.orm.processor;

import java.util.List;
import java.util.Map;

import javax.lang.model.element.TypeElement;

/**
 * Writes what gives an instance its handles: those it is born with, and those that are
 * made of its columns.
 *
 * @param target the binding
 * @param model the model
 * @param access the fields, by their index
 * @param generics the generic keys
 * @param manyToMany the handles of many-to-many relations, in the model's order
 * @param reverse the handles that lead back along keys, in the model's order
 */
record HandleWriter(GeneratedClass target, DeclaredModel model, Map<Integer, FieldAccess> access,
		List<GenericAccess> generics, List<FieldAccess> manyToMany, List<FieldAccess> reverse) {

	void write() {
		born();
		ofColumns();
	}

	private boolean hasHandles() {
		return this.model.fields().stream().anyMatch((field) -> field.relation() != null) || !this.generics.isEmpty()
				|| !this.manyToMany.isEmpty() || !this.reverse.isEmpty();
	}

	/** A handle a constructor or the caller put there stays. */
	private void born() {
		if (!hasHandles()) {
			this.target.answer("public boolean hasHandles()", "false");
		}
		this.target.override("public void born(%s instance)", this.target.modelName());
		this.access.forEach((index, field) -> {
			DeclaredRelation relation = this.model.fields().get(index).relation();
			if (relation != null) {
				String handle = relation.oneToOne() ? EngineNames.ONE_TO_ONE : EngineNames.FOREIGN_KEY;
				born(field, "%s.<%s>empty()".formatted(handle, TypeText.name(relation.target())));
			}
		});
		this.generics.forEach((key) -> born(key.holder(), key.empty()));
		for (int i = 0; i < this.manyToMany.size(); i++) {
			DeclaredManyToMany relation = this.model.manyToMany().get(i);
			born(this.manyToMany.get(i), EngineNames.MANY_TO_MANY, relation.target(), relation.name());
		}
		for (int i = 0; i < this.reverse.size(); i++) {
			DeclaredReverse relation = this.model.reverse().get(i);
			born(this.reverse.get(i), relation.handle(), relation.source(), relation.name());
		}
		this.target.end();
	}

	private void ofColumns() {
		if (!this.generics.isEmpty()) {
			this.target.override("public %s<?> generic(%s instance, int field)", EngineNames.GENERIC_KEY,
					this.target.modelName());
			this.target.line("\t\treturn switch (field) {");
			this.generics.forEach((key) -> this.target.line("%s", key.handleCase()));
			this.target.line("\t\t\tdefault -> super.generic(instance, field);");
			this.target.line("\t\t};");
			this.target.end();
		}
	}

	private void born(FieldAccess field, String handle, TypeElement leadsTo, String accessor) {
		born(field, "%s.<%s>of(instance, \"%s\")".formatted(handle, TypeText.name(leadsTo), accessor));
	}

	private void born(FieldAccess field, String handle) {
		this.target.line("\t\tif (%s == null) {", field.get("instance"));
		this.target.line("\t\t\t%s;", field.set("instance", handle));
		this.target.line("\t\t}");
	}

}
