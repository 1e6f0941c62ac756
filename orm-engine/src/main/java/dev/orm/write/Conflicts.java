package dev.orm.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredUnique;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.meta.SoftDeletion;
import dev.orm.meta.Suggestions;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.sql.write.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * What happens to rows that violate a constraint.
 *
 * @param ignored whether they are left out
 * @param unique the fields of the constraint; empty for any
 * @param updated the fields to update instead; empty for none
 * @param kept those among the updated fields that stay as they are where nobody knows a
 * value
 * @param counted the version that an update counts up; null if there is none, or it is
 * updated by name
 * @param mark what is NULL of the rows the constraint is about: the mark of deletion;
 * null if it is about all
 */
public record Conflicts(boolean ignored, List<FieldModel> unique, List<FieldModel> updated, List<FieldModel> kept,
		@Nullable FieldModel counted, @Nullable FieldModel mark) {

	public static final Conflicts NONE = new Conflicts(false, List.of(), List.of(), List.of(), null, null);

	/** The columns by which rows may meet others that wait for them; empty for none. */
	public List<FieldModel> order(WriteModel model, boolean keyed) {
		if (!this.unique.isEmpty()) {
			return this.unique;
		}
		if (keyed) {
			return model.root().key();
		}
		return this.ignored ? model.model().fields().stream().filter((field) -> field.is(Flag.UNIQUE)).toList()
				: List.of();
	}

	/** The same as a part of a statement; null for an error. */
	public @Nullable Conflict clause() {
		if (this.ignored) {
			return new Conflict(InstanceStatements.names(this.unique), List.of(), List.of(), null, column(this.mark));
		}
		return this.updated.isEmpty() ? null
				: new Conflict(InstanceStatements.names(this.unique), InstanceStatements.names(this.updated),
						InstanceStatements.names(this.kept), column(this.counted), column(this.mark));
	}

	private static @Nullable String column(@Nullable FieldModel field) {
		return (field != null) ? field.column() : null;
	}

	/**
	 * Check what a caller asks for, with Django's refusals.
	 */
	public static Conflicts of(WriteModel model, BulkCreateOptions options) {
		if (options.ignoreConflicts() && options.updateConflicts()) {
			throw new QueryValueException(
					"bulkCreate() of %s: ignoreConflicts and updateConflicts are mutually exclusive. hint: choose one of them"
						.formatted(model.model()),
					model.model().subject().by("ignoreConflicts"));
		}
		if (options.ignoreConflicts()) {
			refuseSpread(model);
			List<FieldModel> unique = unique(model, options);
			return new Conflicts(true, unique, List.of(), List.of(), null,
					unique.isEmpty() ? null : mark(model.model(), unique));
		}
		return options.updateConflicts() ? update(model, options) : Conflicts.NONE;
	}

	private static Conflicts update(WriteModel model, BulkCreateOptions options) {
		if (options.updateFields().isEmpty()) {
			throw new QueryValueException(
					"Fields that will be updated when a row conflicts must be provided: updateFields",
					model.model().subject().by("updateFields"));
		}
		if (options.uniqueFields().isEmpty()) {
			throw new QueryValueException("Unique fields that can trigger the upsert must be provided: uniqueFields",
					model.model().subject().by("uniqueFields"));
		}
		refuseSpread(model);
		List<FieldModel> updated = fields(model.model(), options.updateFields(), "updateFields");
		if (updated.stream().anyMatch(FieldModel::primaryKey)) {
			throw new QueryValueException("bulkCreate() cannot be used with primary keys in updateFields",
					model.model().subject().by("updateFields"));
		}
		updated.forEach(FieldModel::requireWritten);
		Set<FieldModel> all = new LinkedHashSet<>(updated);
		all.addAll(model.always());
		List<FieldModel> unique = unique(model, options);
		return new Conflicts(false, unique, List.copyOf(all), kept(model, updated),
				updated.contains(model.version()) ? null : model.version(), mark(model.model(), unique));
	}

	/** What the engine sets, and the caller does not name, may have no value to set. */
	private static List<FieldModel> kept(WriteModel model, List<FieldModel> updated) {
		return model.always().stream().filter((field) -> field.nullable() && !updated.contains(field)).toList();
	}

	/** The fields of the constraint that is asked for; empty for any. */
	private static List<FieldModel> unique(WriteModel model, BulkCreateOptions options) {
		List<FieldModel> unique = fields(model.model(), options.uniqueFields(), "uniqueFields");
		requireImmediate(model.model().concrete(), unique);
		return unique.isEmpty() ? unique : within(model, unique);
	}

	/** PostgreSQL looks for no conflict with what is checked at the commit. */
	private static void requireImmediate(EntityModel model, List<FieldModel> unique) {
		Set<String> names = unique.stream().map(FieldModel::name).collect(Collectors.toSet());
		model.declarations()
			.constraints()
			.stream()
			.filter(DeclaredConstraint::deferred)
			.filter((deferred) -> names.isEmpty() || Set.copyOf(deferred.attributes()).equals(names))
			.findFirst()
			.ifPresent((deferred) -> {
				throw new QueryValueException(
						"""
								bulkCreate() of %s cannot look for conflicts with %s (%s), which is checked at the commit.
								  hint: name what is checked at once, as in OnConflict.on(…).ignore()"""
							.formatted(model, deferred.name(), String.join(", ", deferred.attributes())),
						model.subject().by("onConflict"));
			});
	}

	/** What is unique within a tenant is told with it. */
	private static List<FieldModel> within(WriteModel model, List<FieldModel> unique) {
		FieldModel tenant = model.tenant();
		if (tenant == null || unique.contains(tenant)) {
			return unique;
		}
		Set<String> names = unique.stream().map(FieldModel::name).collect(Collectors.toCollection(LinkedHashSet::new));
		names.add(tenant.name());
		boolean known = model.model()
			.declarations()
			.uniques()
			.stream()
			.anyMatch((declared) -> Set.copyOf(declared.attributes()).equals(names));
		if (!known) {
			throw new QueryValueException(
					"An upsert of %s by %s could meet a row of another tenant. hint: go by what is unique within one"
						.formatted(model.model(), InstanceSetter.names(unique)),
					model.model().subject().by("uniqueFields"));
		}
		List<FieldModel> longer = new ArrayList<>(List.of(tenant));
		longer.addAll(unique);
		return longer;
	}

	/** An upsert repeats the condition of the index it goes by. */
	private static @Nullable FieldModel mark(EntityModel model, List<FieldModel> unique) {
		SoftDeletion deletion = model.softDeletion();
		Set<String> names = unique.stream().map(FieldModel::name).collect(Collectors.toSet());
		boolean living = deletion != null && deletion.table()
			.declarations()
			.uniques()
			.stream()
			.anyMatch((declared) -> declared.among() == DeclaredUnique.Among.LIVING
					&& Set.copyOf(declared.attributes()).equals(names));
		return (living && deletion != null) ? deletion.mark() : null;
	}

	private static void refuseSpread(WriteModel model) {
		if (model.isSpread()) {
			throw new QueryValueException(
					"bulkCreate() of %s, which has several tables, cannot handle conflicts".formatted(model.model()),
					model.model().subject());
		}
	}

	private static List<FieldModel> fields(EntityModel entity, List<String> names, String option) {
		if (names.contains("pk") && entity.key().size() > 1) {
			throw new QueryValueException(
					"bulkCreate() can only be used with concrete fields in %s: 'pk' of %s stands for several. Name them: %s"
						.formatted(option, entity,
								entity.key().stream().map(FieldModel::name).collect(Collectors.joining(", "))),
					entity.subject().by(option));
		}
		return FirstField.columns(entity, names)
			.stream()
			.flatMap((name) -> InstanceSetter.find(entity, name).orElseThrow(() -> {
				if (entity.relation(name).isPresent()) {
					return new QueryValueException(
							"bulkCreate() can only be used with concrete fields in %s, not with %s".formatted(option,
									name),
							Subject.ofAttribute(entity.name(), name).by(option));
				}
				return Suggestions.noField(entity, name);
			}).stream())
			.toList();
	}

}
