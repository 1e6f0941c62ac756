package dev.orm.resolve.follow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.FieldDescription.Flag;

/**
 * Which fields of one model are loaded, and those of the models behind its relations.
 * Django's {@code get_select_mask}.
 *
 * @param model the model
 * @param names paths from the model
 * @param only whether the paths are the ones to load
 */
public record DeferralMask(EntityModel model, Set<String> names, boolean only) {

	public static DeferralMask of(EntityModel model, Deferral deferral) {
		return new DeferralMask(model, deferral.names(), deferral.only());
	}

	public List<FieldModel> fields() {
		if (this.names.isEmpty()) {
			return this.model.fields();
		}
		List<FieldModel> loaded = new ArrayList<>();
		for (FieldModel field : this.model.fields()) {
			if (isLoaded(field)) {
				loaded.add(field);
			}
		}
		return loaded;
	}

	private boolean isLoaded(FieldModel field) {
		// without its version an instance could not be saved
		if (field.primaryKey() || isParentKey(field) || field.is(Flag.VERSION)) {
			return true;
		}
		boolean named = this.names.contains(field.name()) || this.names.contains(field.attname())
				|| isInNamed(field.name());
		// a path through the relation needs it, even beside its own name
		return named == this.only || isTraversed(field.name());
	}

	/** Whether a record the field is in was named. */
	private boolean isInNamed(String name) {
		return name.contains("__") && this.names.stream().anyMatch((record) -> name.startsWith(record + "__"));
	}

	private boolean isTraversed(String name) {
		return this.names.stream().anyMatch((path) -> path.startsWith(name + "__"));
	}

	private boolean isParentKey(FieldModel field) {
		return field.owner().concrete() != this.model.concrete()
				&& field.owner().key().stream().anyMatch((key) -> key.column().equals(field.column()));
	}

	public DeferralMask of(RelationModel relation) {
		return of(relation.queryName(), relation.target());
	}

	/** The mask of a child, which has the fields of the model. */
	public DeferralMask as(EntityModel child) {
		return new DeferralMask(child, this.names, this.only);
	}

	/** The mask of the model behind a segment. */
	public DeferralMask of(String segment, EntityModel target) {
		String prefix = segment + "__";
		Set<String> inner = new LinkedHashSet<>();
		this.names.stream()
			.filter((name) -> name.startsWith(prefix))
			.forEach((name) -> inner.add(name.substring(prefix.length())));
		return new DeferralMask(target, inner, this.only);
	}

	public void checkTraversed(RelationModel relation) {
		boolean loaded = relation.forward() ? isLoaded(relation.foreignKey())
				: !this.only || this.names.contains(relation.queryName()) || isTraversed(relation.queryName());
		if (!loaded && !this.names.isEmpty()) {
			throw new FieldException(
					"Field %s.%s cannot be both deferred and traversed using selectRelated at the same time."
						.formatted(this.model.name(), relation.name()),
					relation.subject());
		}
	}

}
