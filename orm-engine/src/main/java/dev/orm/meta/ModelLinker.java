package dev.orm.meta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.index.DescribedModel;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ModelDescription;
import dev.orm.type.TypeRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Builds the models of a registry: inheritance and fields first, then the relations
 * between them, then the types.
 */
final class ModelLinker {

	private final Map<Class<?>, EntityModel> models = new LinkedHashMap<>();

	private final Map<String, EntityModel> names = new LinkedHashMap<>();

	private final TableUses tables = new TableUses();

	ModelLinker(Collection<DescribedModel> described) {
		List<ModelDescription> descriptions = new ArrayList<>(described.size());
		for (DescribedModel model : described) {
			descriptions.add(model.description());
		}
		ModelNames ruled = new ModelNames(descriptions);
		for (DescribedModel model : described) {
			declare(model, ruled);
		}
	}

	Collection<EntityModel> link(TypeRegistry types) {
		for (EntityModel model : this.models.values()) {
			inherit(model);
		}
		for (EntityModel model : this.models.values()) {
			addFields(model);
		}
		JoinModels joinModels = new JoinModels(this);
		List<EntityModel> declared = List.copyOf(this.names.values());
		for (EntityModel model : declared) {
			joinModels.generate(model);
		}
		RelationLinker relations = new RelationLinker(this, joinModels);
		relations.link();
		for (EntityModel model : this.names.values()) {
			NameLengths.check(model);
		}
		for (EntityModel model : declared) {
			DeleteActions.check(model);
		}
		new FieldTypes(types).link(this.names.values());
		return this.names.values();
	}

	private void declare(DescribedModel described, ModelNames ruled) {
		ModelDescription description = described.description();
		EntityModel model = new EntityModel(ruled.of(description), description, new BoundClass(described));
		this.models.put(description.type(), model);
		register(model);
	}

	void register(EntityModel model) {
		EntityModel other = this.names.putIfAbsent(model.name(), model);
		if (other != null) {
			throw new ModelDefinitionException(
					"Two models are named %s: %s and %s (tables %s and %s). Rename one of them.".formatted(model.name(),
							other.javaType().getName(), model.javaType().getName(), other.table(), model.table()),
					model.subject());
		}
		this.tables.add(model);
	}

	Collection<EntityModel> all() {
		return this.names.values();
	}

	/** Return the model that goes by a name. */
	EntityModel named(String name) {
		return Objects.requireNonNull(this.names.get(name), name);
	}

	/** Find the model of a class a relation or a parent names. */
	EntityModel model(Class<?> type, Object place) {
		EntityModel model = this.models.get(type);
		if (model == null) {
			throw new ModelDefinitionException(
					"%s refers to %s, which is not among the models.".formatted(place, type.getName()),
					UnknownName.of(place.toString(), type.getSimpleName(), this.names.keySet()),
					"\n  hint: annotate it with @Table");
		}
		return model;
	}

	private void inherit(EntityModel model) {
		ModelDescription description = model.description();
		model.parent(parent(description, model));
		model.concrete((description.proxyOf() != null) ? model(description.proxyOf(), model) : model);
	}

	private @Nullable EntityModel parent(ModelDescription description, EntityModel model) {
		return (description.parent() != null) ? model(description.parent(), model) : null;
	}

	private void addFields(EntityModel model) {
		List<FieldDescription> fields = model.description().fields();
		for (int i = 0; i < fields.size(); i++) {
			model.add(new FieldModel(model, owner(model, fields.get(i)), fields.get(i), i));
		}
		model.fieldsComplete();
		if (model.key().isEmpty()) {
			throw new ModelDefinitionException("Model %s has no primary key: annotate a field with @Id. Fields: %s"
				.formatted(model, fields.stream().map(FieldDescription::name).toList()), model.subject());
		}
	}

	private static EntityModel owner(EntityModel model, FieldDescription field) {
		EntityModel owner = model.concrete();
		boolean inherited = field.is(Flag.INHERITED);
		while (inherited && owner.parent() != null) {
			owner = owner.parent();
			inherited = owner.description()
				.fields()
				.stream()
				.anyMatch((other) -> other.name().equals(field.name()) && other.is(Flag.INHERITED));
		}
		return owner;
	}

	/** Return a model and the parents whose tables hold its inherited fields. */
	static List<EntityModel> lineage(EntityModel model) {
		List<EntityModel> lineage = new ArrayList<>();
		for (EntityModel level = model.concrete(); level != null; level = level.parent()) {
			lineage.add(level.concrete());
		}
		return lineage;
	}

}
