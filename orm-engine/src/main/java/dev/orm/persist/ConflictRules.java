package dev.orm.persist;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.persist.BulkCreator.Conflicts;

/**
 * Checks what a caller of {@code bulkCreate} asks for in case of conflicts, with Django's
 * refusals.
 */
final class ConflictRules {

	private final WriteModel model;

	private final BulkCreateOptions options;

	ConflictRules(WriteModel model, BulkCreateOptions options) {
		this.model = model;
		this.options = options;
	}

	Conflicts check() {
		if (this.options.ignoreConflicts() && this.options.updateConflicts()) {
			throw new QueryValueException(
					"bulkCreate() of %s: ignoreConflicts and updateConflicts are mutually exclusive. hint: choose one of them"
						.formatted(this.model.model()));
		}
		if (this.options.ignoreConflicts()) {
			refuseSpread();
			return new Conflicts(true, List.of(), List.of());
		}
		return this.options.updateConflicts() ? update() : Conflicts.NONE;
	}

	private Conflicts update() {
		if (this.options.updateFields().isEmpty()) {
			throw new QueryValueException(
					"Fields that will be updated when a row conflicts must be provided: updateFields");
		}
		if (this.options.uniqueFields().isEmpty()) {
			throw new QueryValueException("Unique fields that can trigger the upsert must be provided: uniqueFields");
		}
		refuseSpread();
		List<FieldModel> updated = fields(this.options.updateFields(), "updateFields");
		if (updated.stream().anyMatch(FieldModel::primaryKey)) {
			throw new QueryValueException("bulkCreate() cannot be used with primary keys in updateFields");
		}
		return new Conflicts(false, fields(this.options.uniqueFields(), "uniqueFields"), updated);
	}

	private void refuseSpread() {
		if (this.model.isSpread()) {
			throw new QueryValueException("bulkCreate() of %s, which has several tables, cannot handle conflicts"
				.formatted(this.model.model()));
		}
	}

	private List<FieldModel> fields(List<String> names, String option) {
		EntityModel entity = this.model.model();
		if (names.contains("pk") && entity.key().size() > 1) {
			throw new QueryValueException(
					"bulkCreate() can only be used with concrete fields in %s: 'pk' of %s stands for several. Name them: %s"
						.formatted(option, entity,
								entity.key().stream().map(FieldModel::name).collect(Collectors.joining(", "))));
		}
		return names.stream().flatMap((name) -> Attributes.find(entity, name).orElseThrow(() -> {
			if (entity.relation(name).isPresent()) {
				return new QueryValueException("bulkCreate() can only be used with concrete fields in %s, not with %s"
					.formatted(option, name));
			}
			return new FieldDoesNotExistException(
					"%s has no field named '%s' (%s). Choices: %s".formatted(entity, name, option, entity.choices()));
		}).stream()).toList();
	}

}
