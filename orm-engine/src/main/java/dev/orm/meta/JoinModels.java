package dev.orm.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.model.ColumnDetails;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.Presentation;
import dev.orm.model.RelationDescription;
import org.jspecify.annotations.Nullable;

/**
 * Finds the join model of a many-to-many relation and its two foreign keys, generating
 * the model where nobody wrote one.
 */
final class JoinModels {

	private final ModelLinker models;

	JoinModels(ModelLinker models) {
		this.models = models;
	}

	/** Generate the join models of the many-to-many relations a model itself declares. */
	void generate(EntityModel model) {
		for (ManyToManyDescription relation : model.description().manyToMany()) {
			if (relation.through() == null && relation.declaredBy() == model.javaType()) {
				this.models.register(joinModel(model, relation));
			}
		}
	}

	private EntityModel joinModel(EntityModel owner, ManyToManyDescription relation) {
		EntityModel target = this.models.model(relation.target(), owner + "." + relation.name());
		boolean alike = owner.concrete().simpleName().equals(target.concrete().simpleName());
		String near = alike ? "from" + owner.simpleName() : lowerCamelCase(owner.simpleName());
		String far = alike ? "to" + target.simpleName() : lowerCamelCase(target.simpleName());
		List<FieldDescription> fields = new ArrayList<>(
				List.of(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY),
						foreignKey(near, relation.source(), relation.declaredBy(), owner),
						foreignKey(far, relation.targetColumn(), relation.target(), target)));
		tenant(owner, target).ifPresent(fields::add);
		EntityModel model = new EntityModel(name(owner, relation),
				new ModelDescription(Model.class, owner.description().group(), relation.table(), null, null, List.of(),
						List.of(), List.of(List.of(near, far)), fields, List.of(),
						owner.description().options().withoutWords()),
				null);
		for (int i = 0; i < fields.size(); i++) {
			model.add(new FieldModel(model, model, fields.get(i), i));
		}
		model.fieldsComplete();
		model.joinedBy(owner, relation.name());
		return model;
	}

	/** Rows that the database deletes take their join rows along. */
	private static FieldDescription foreignKey(String name, String column, Class<? extends Model> target,
			EntityModel model) {
		OnDeleteAction action = DeleteActions.areDeletedByDatabase(model) ? OnDeleteAction.DB_CASCADE
				: OnDeleteAction.CASCADE;
		return FieldDescription.of(name, column, ForeignKey.class, Flag.INDEX)
			.relation(new RelationDescription(target, "", action, "", "+", null));
	}

	/** A join row of tenants' rows is the tenant's too. */
	private static Optional<FieldDescription> tenant(EntityModel owner, EntityModel target) {
		return Stream.of(owner, target)
			.map((model) -> Tenancy.own(model.concrete()))
			.filter(Objects::nonNull)
			.findFirst()
			.map((tenancy) -> tenant(tenancy.field().description()));
	}

	private static FieldDescription tenant(FieldDescription own) {
		RelationDescription relation = own.relation();
		FieldDescription tenant = new FieldDescription(own.name(), own.column(), own.javaType(), own.typeArguments(),
				own.columnType(), own.length(), own.precision(), own.scale(), "", own.flags(), null, ColumnDetails.NONE,
				Presentation.NONE);
		return (relation != null) ? tenant.relation(
				new RelationDescription(relation.target(), relation.toField(), relation.onDelete(), "", "+", null))
				: tenant;
	}

	private static String name(EntityModel owner, ManyToManyDescription relation) {
		return owner.name() + "_" + relation.name();
	}

	static String lowerCamelCase(String name) {
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	/** Return the join model of a relation, declared by the given model or inherited. */
	EntityModel through(EntityModel declaredBy, ManyToManyDescription relation) {
		if (relation.through() != null) {
			return this.models.model(relation.through(), declaredBy + "." + relation.name());
		}
		String name = name(declaredBy, relation);
		return this.models.named(name);
	}

	/** Return the foreign key of the join model that points to the declaring model. */
	FieldModel source(EntityModel through, EntityModel declaredBy, ManyToManyDescription relation) {
		if (through.autoCreated()) {
			return through.fields().get(1);
		}
		List<FieldModel> candidates = pointingTo(through, declaredBy);
		boolean self = declaredBy.concrete() == this.models.model(relation.target(), declaredBy).concrete();
		FieldModel first = (self && candidates.size() == 2) ? candidates.get(0) : null;
		return choose(relation.source(), first, candidates, new Place(through, declaredBy, relation, "source"));
	}

	/** Return the foreign key of the join model that points to the other model. */
	FieldModel target(EntityModel through, EntityModel declaredBy, ManyToManyDescription relation) {
		if (through.autoCreated()) {
			return through.fields().get(2);
		}
		EntityModel target = this.models.model(relation.target(), declaredBy);
		List<FieldModel> candidates = pointingTo(through, target);
		FieldModel second = (declaredBy.concrete() == target.concrete() && candidates.size() == 2) ? candidates.get(1)
				: null;
		return choose(relation.targetColumn(), second, candidates, new Place(through, declaredBy, relation, "target"));
	}

	private List<FieldModel> pointingTo(EntityModel through, EntityModel target) {
		List<EntityModel> lineage = ModelLinker.lineage(target);
		return through.fields().stream().filter((field) -> {
			RelationDescription relation = field.description().relation();
			return relation != null && lineage.contains(this.models.model(relation.target(), field).concrete());
		}).toList();
	}

	private static FieldModel choose(String name, @Nullable FieldModel byOrder, List<FieldModel> candidates,
			Place place) {
		if (!name.isEmpty()) {
			return candidates.stream()
				.filter((field) -> field.name().equals(name))
				.findFirst()
				.orElseThrow(() -> place.unknown(name, candidates));
		}
		if (byOrder != null) {
			return byOrder;
		}
		if (candidates.size() != 1) {
			throw place.ambiguous(candidates);
		}
		return candidates.get(0);
	}

	/** Where a foreign key of a join model is asked for. */
	private record Place(EntityModel through, EntityModel declaredBy, ManyToManyDescription relation, String side) {

		ModelDefinitionException unknown(String name, List<FieldModel> candidates) {
			return new ModelDefinitionException(
					"@Through(%s = \"%s\") of %s.%s names no foreign key of %s that leads there.".formatted(this.side,
							name, this.declaredBy, this.relation.name(), this.through),
					UnknownName.of(this.through.name(), name, candidates.stream().map(FieldModel::name).toList()));
		}

		ModelDefinitionException ambiguous(List<FieldModel> candidates) {
			return new ModelDefinitionException(
					"%s.%s goes through %s, which needs one foreign key as %s, but has %s. hint: name it by @Through(%s = ..)"
						.formatted(this.declaredBy, this.relation.name(), this.through, this.side, candidates,
								this.side),
					Subject.ofAttribute(this.declaredBy.name(), this.relation.name()));
		}

	}

}
