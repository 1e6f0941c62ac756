package dev.orm.load;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;

/** Puts the managers of many-to-many attributes into instances. */
final class RelatedHandles {

	private static final RelationModel[] NONE = {};

	private final EntityBinding<Model> binding;

	private final RelatedManagers managers;

	private final RelationModel[] relations;

	RelatedHandles(EntityModel model, RelatedManagers managers) {
		this.binding = model.binding();
		this.managers = managers;
		List<ManyToManyDescription> attributes = model.description().manyToMany();
		this.relations = attributes.isEmpty() ? NONE : relations(model, attributes);
	}

	private static RelationModel[] relations(EntityModel model, List<ManyToManyDescription> attributes) {
		return attributes.stream()
			.map((attribute) -> model.accessor(attribute.name())
				.orElseThrow(() -> new IllegalStateException(model + "." + attribute.name() + " is not linked")))
			.toArray(RelationModel[]::new);
	}

	void set(Model instance) {
		for (int i = 0; i < this.relations.length; i++) {
			this.binding.setManyToMany(instance, i, this.managers.manager(instance, this.relations[i]));
		}
	}

}
