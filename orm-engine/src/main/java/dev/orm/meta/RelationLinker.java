package dev.orm.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.RelationModel.Kind;
import dev.orm.meta.RelationModel.Through;
import dev.orm.meta.RelationModel.TypedKey;
import dev.orm.model.Generics;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.RelationDescription;
import org.jspecify.annotations.Nullable;

/**
 * Links relations in both directions. A reverse relation belongs to the model pointed to,
 * to its proxies and to the models that inherit from it (Django's {@code _get_fields}).
 */
final class RelationLinker {

	/** A name no user can give, by which the engine finds its own way back. */
	private static final String HIDDEN = "_%s_%s_+";

	private final ModelLinker models;

	private final JoinModels joinModels;

	private final JoinSteps steps = new JoinSteps();

	private final PointingFields pointing = new PointingFields();

	private final List<ManyToMany> manyToMany = new ArrayList<>();

	RelationLinker(ModelLinker models, JoinModels joinModels) {
		this.models = models;
		this.joinModels = joinModels;
	}

	void link() {
		for (EntityModel model : this.models.all()) {
			foreignKeys(model);
			declareManyToMany(model);
		}
		for (EntityModel model : this.models.all()) {
			manyToMany(model);
			this.pointing.add(model);
		}
		for (EntityModel model : this.models.all()) {
			reverse(model);
		}
	}

	private void declareManyToMany(EntityModel model) {
		for (ManyToManyDescription relation : model.description().manyToMany()) {
			if (relation.declaredBy() == model.javaType()) {
				EntityModel target = this.models.model(relation.target(), model + "." + relation.name());
				EntityModel through = this.joinModels.through(model, relation);
				this.manyToMany
					.add(new ManyToMany(relation, model, target, this.joinModels.source(through, model, relation),
							this.joinModels.target(through, model, relation)));
			}
		}
	}

	private void foreignKeys(EntityModel model) {
		for (FieldModel field : model.fields()) {
			RelationDescription relation = field.description().relation();
			if (relation != null) {
				forward(model, field, relation);
			}
		}
	}

	private void manyToMany(EntityModel model) {
		NameChecks names = new NameChecks(model);
		for (ManyToManyDescription relation : model.description().manyToMany()) {
			ManyToMany declared = declared(model, relation);
			names.claim(relation.name(), declared);
			model.add(forward(model, declared));
		}
	}

	private void forward(EntityModel model, FieldModel field, RelationDescription relation) {
		EntityModel target = this.models.model(relation.target(), field);
		boolean single = field.isOneToOne();
		JoinStep step = this.steps.forward(field, target, targetField(field, target, relation));
		RelationModel linked = new RelationModel(single ? Kind.ONE_TO_ONE : Kind.FOREIGN_KEY, field.name(),
				field.name(), model, target, List.of(step), field, null, false);
		field.link(linked);
		model.add(linked);
	}

	private static FieldModel targetField(FieldModel field, EntityModel target, RelationDescription relation) {
		if (!relation.toField().isEmpty()) {
			return target.field(relation.toField())
				.orElseThrow(() -> new ModelDefinitionException(
						"@ToField(\"%s\") of %s: %s has no such field.".formatted(relation.toField(), field, target),
						UnknownName.of(target.name(), relation.toField(), target.choices())));
		}
		if (target.hasCompositeKey()) {
			throw new ModelDefinitionException(
					"%s leads to %s, whose key has several columns %s; name a unique one by @ToField".formatted(field,
							target, target.key()),
					field.subject());
		}
		return target.pk();
	}

	private ManyToMany declared(EntityModel model, ManyToManyDescription relation) {
		return this.manyToMany.stream()
			.filter((declared) -> declared.description().equals(relation)
					|| (declared.description().name().equals(relation.name())
							&& ModelLinker.lineage(model).contains(declared.declaredBy().concrete())))
			.findFirst()
			.orElseThrow(() -> new ModelDefinitionException(
					"%s inherits %s.%s, but %s is not among the models".formatted(model,
							relation.declaredBy().getSimpleName(), relation.name(), relation.declaredBy().getName()),
					Subject.ofAttribute(model.name(), relation.name())));
	}

	private RelationModel forward(EntityModel model, ManyToMany relation) {
		Through through = new Through(relation.through(), relation.source(), relation.target(),
				relation.through().autoCreated(), relation.description().symmetrical());
		return new RelationModel(Kind.MANY_TO_MANY, relation.description().name(), relation.description().name(), model,
				relation.to(), path(model, relation.source(), relation.target(), relation.to()), null, through, false);
	}

	private List<JoinStep> path(EntityModel from, FieldModel near, FieldModel far, EntityModel to) {
		return List.of(this.steps.reverse(from, near), this.steps.forward(far, to, farField(far)));
	}

	private FieldModel farField(FieldModel far) {
		RelationDescription description = far.description().relation();
		if (description == null) {
			throw new IllegalStateException(far + " is no foreign key");
		}
		return targetField(far, this.models.model(description.target(), far), description);
	}

	private void reverse(EntityModel model) {
		NameChecks names = NameChecks.of(model);
		List<EntityModel> lineage = ModelLinker.lineage(model);
		for (FieldModel field : this.pointing.into(lineage)) {
			if (!parentLinkOfAncestor(field, model)) {
				add(model, reverse(model, field), field, names);
			}
		}
		for (EntityModel level : lineage) {
			level.description().generics().relations().forEach((back) -> generics(model, level, back, names));
		}
		for (ManyToMany relation : this.manyToMany) {
			if (!relation.description().symmetrical() && lineage.contains(relation.to().concrete())) {
				add(model, reverse(model, relation), relation, names);
			}
		}
	}

	private static void add(EntityModel model, RelationModel relation, Object declaration, NameChecks names) {
		if (!relation.hidden()) {
			names.claimReverse(relation, declaration);
		}
		model.add(relation);
	}

	/**
	 * A child does not see itself, nor its siblings, by the way back of the link to their
	 * parent.
	 */
	private static boolean parentLinkOfAncestor(FieldModel field, EntityModel model) {
		EntityModel child = field.model();
		return field == child.parentLink() && child.parent() != null && child.parent().concrete() != model.concrete();
	}

	private RelationModel reverse(EntityModel model, FieldModel field) {
		RelationDescription description = field.description().relation();
		boolean single = field.relation() != null && field.relation().kind() == Kind.ONE_TO_ONE;
		ReverseName name = ReverseName.of(field.model(), single,
				(description != null) ? description.relatedName() : null,
				(description != null) ? description.relatedQueryName() : null);
		return new RelationModel(single ? Kind.REVERSE_ONE_TO_ONE : Kind.REVERSE_FOREIGN_KEY, name.accessor(),
				name.query(), model, field.model(), List.of(this.steps.reverse(model, field)), field, null,
				name.hidden());
	}

	/**
	 * The way back of a generic key. Rows point to the table of a child, not to those of
	 * its parents (Django's content type of an instance); what does point to a parent's
	 * row goes with it all the same, by a way without a name.
	 */
	private void generics(EntityModel model, EntityModel declaring, Generics.Back back, NameChecks names) {
		add(model, generic(model, model.concrete(), declaring, back), back.source().getSimpleName() + "." + back.key(),
				names);
		for (EntityModel above = model.concrete(); above != declaring.concrete();) {
			above = Objects.requireNonNull(above.parent()).concrete();
			model.add(generic(model, above, declaring, back));
		}
	}

	private RelationModel generic(EntityModel model, EntityModel table, EntityModel declaring, Generics.Back back) {
		EntityModel source = this.models.model(back.source(), declaring + "." + back.name());
		FieldModel type = genericPart(source, back, "type");
		FieldModel id = genericPart(source, back, "id");
		if (declaring.hasCompositeKey()) {
			throw new ModelDefinitionException(
					"%s.%s is the way back of a generic key, which holds one column, but the key of %s has several: %s"
						.formatted(declaring, back.name(), declaring, declaring.key()),
					Subject.ofAttribute(declaring.name(), back.name()));
		}
		TypedKey typed = new TypedKey(type, table);
		boolean own = table == model.concrete();
		String name = own ? back.name() : HIDDEN.formatted(table, back.name());
		return new RelationModel(Kind.REVERSE_FOREIGN_KEY, name, name, model, source,
				List.of(this.steps.generic(model, declaring.pk(), id, typed)), id, null, !own, typed);
	}

	private static FieldModel genericPart(EntityModel source, Generics.Back back, String part) {
		return source.field(back.key() + "__" + part)
			.filter((field) -> field.owner() == source.concrete())
			.orElseThrow(() -> new ModelDefinitionException(
					"%s.%s is the way back of %s.%s, which is no generic key of that table".formatted(source,
							back.name(), source, back.key()),
					Subject.ofAttribute(source.name(), back.name())));
	}

	private RelationModel reverse(EntityModel model, ManyToMany relation) {
		ReverseName name = ReverseName.of(relation.declaredBy(), false, relation.description().relatedName(),
				relation.description().relatedQueryName());
		Through through = new Through(relation.through(), relation.target(), relation.source(),
				relation.through().autoCreated(), false);
		String query = name.hidden() ? HIDDEN.formatted(relation.declaredBy(), relation.description().name())
				: name.query();
		return new RelationModel(Kind.MANY_TO_MANY, name.accessor(), query, model, relation.declaredBy(),
				path(model, relation.target(), relation.source(), relation.declaredBy()), null, through, name.hidden());
	}

	/** A many-to-many relation with the foreign keys of its join model. */
	private record ManyToMany(ManyToManyDescription description, EntityModel declaredBy, EntityModel to,
			FieldModel source, FieldModel target) {

		EntityModel through() {
			return this.source.model();
		}

		@Override
		public String toString() {
			return this.declaredBy + "." + this.description.name();
		}

	}

	/**
	 * Keeps one join for each foreign key, direction and model seen from, so that
	 * identity tells joins apart.
	 */
	private static final class JoinSteps {

		private final Map<List<Object>, JoinStep> steps = new HashMap<>();

		JoinStep forward(FieldModel field, EntityModel target, FieldModel targetField) {
			return this.steps.computeIfAbsent(List.of("forward", field, target),
					(key) -> new JoinStep(field.owner(), target, field, targetField, false, true));
		}

		JoinStep reverse(EntityModel from, FieldModel field) {
			return this.steps.computeIfAbsent(List.of("reverse", from, field), (key) -> {
				RelationModel relation = field.relation();
				if (relation == null) {
					throw new IllegalStateException(field + " is not linked");
				}
				FieldModel near = nearest(from, relation.path().get(0).toField());
				return new JoinStep(near.owner(), field.model(), near, field, relation.kind() == Kind.FOREIGN_KEY,
						false);
			});
		}

		JoinStep generic(EntityModel from, FieldModel key, FieldModel id, TypedKey typed) {
			FieldModel near = nearest(from, key);
			return this.steps.computeIfAbsent(List.of("generic", from, id, typed),
					(same) -> new JoinStep(near.owner(), id.model(), near, id, true, false, typed));
		}

		/**
		 * A child has its parent's key in a column of its own, which spares the join to
		 * the parent.
		 */
		private static FieldModel nearest(EntityModel model, FieldModel field) {
			if (field.primaryKey() && !model.hasCompositeKey()) {
				return model.pk();
			}
			return model.field(field.name()).orElseThrow();
		}

	}

	/**
	 * The foreign keys of all models by where they lead, in the order of the models that
	 * have them.
	 */
	private static final class PointingFields {

		/** By their numbers, which are their places among all. */
		private final Map<EntityModel, TreeMap<Integer, FieldModel>> byTarget = new HashMap<>();

		private int number;

		/** Note the keys in the table of a model; a proxy has none. */
		void add(EntityModel model) {
			if (model.concrete() == model) {
				for (FieldModel field : model.localFields()) {
					add(field);
				}
			}
		}

		private void add(FieldModel field) {
			RelationModel relation = field.relation();
			if (relation != null) {
				this.byTarget.computeIfAbsent(relation.target().concrete(), (target) -> new TreeMap<>())
					.put(this.number++, field);
			}
		}

		/** Return the keys that lead to a model or to one of those above it. */
		List<FieldModel> into(List<EntityModel> lineage) {
			TreeMap<Integer, FieldModel> all = new TreeMap<>();
			for (EntityModel model : lineage) {
				TreeMap<Integer, FieldModel> pointing = this.byTarget.get(model);
				if (pointing != null) {
					all.putAll(pointing);
				}
			}
			return List.copyOf(all.values());
		}

	}

	/**
	 * The names of the way back, by Django's rules in camel case.
	 *
	 * @param accessor the accessor on the model pointed to
	 * @param query the name in paths
	 * @param hidden whether there is no way back
	 */
	private record ReverseName(String accessor, String query, boolean hidden) {

		static ReverseName of(EntityModel source, boolean single, @Nullable String relatedName,
				@Nullable String queryName) {
			String lower = JoinModels.lowerCamelCase(source.simpleName());
			boolean hidden = relatedName != null && relatedName.endsWith("+");
			String accessor = (relatedName != null && !relatedName.isEmpty()) ? relatedName
					: single ? lower : lower + "Set";
			String base = (relatedName != null && !relatedName.isEmpty()) ? relatedName : lower;
			return new ReverseName(accessor, (queryName != null && !queryName.isEmpty()) ? queryName : base, hidden);
		}

	}

}
