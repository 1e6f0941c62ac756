package dev.orm.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.orm.compile.QueryCompiler;
import dev.orm.error.detail.ConstraintDetails;
import dev.orm.execute.StatementRunner;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Errors;
import dev.orm.model.Hooks;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.session.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with instances, in Django's order: fields, {@code clean}, then
 * uniqueness and targets by one statement for all; what failed is left out later.
 * Thread-safe. Django's {@code full_clean}.
 */
public final class Validation {

	private final WrittenValues written;

	private final DatabaseRules database;

	private final InstanceRules rules;

	private final MessageTexts texts;

	private final ConstraintColumns columns;

	private final ChosenRows chosenRows;

	/**
	 * Create it.
	 * @param compiler turns the question into SQL
	 * @param runner sends it
	 * @param reader reads instances
	 * @param rules further rules on fields
	 * @param texts texts of the application
	 * @param tenants say whose new instances are
	 * @param columns know constraints that models do not name
	 */
	public Validation(QueryCompiler compiler, StatementRunner runner, Reader reader, InstanceRules rules,
			MessageTexts texts, Tenants tenants, ConstraintColumns columns) {
		this.written = new WrittenValues(reader.known(), tenants);
		this.database = new DatabaseRules(reader.models(), compiler, runner, this.written);
		this.rules = rules;
		this.texts = texts;
		this.columns = columns;
		this.chosenRows = new ChosenRows(reader);
	}

	/**
	 * Validate instances of one model.
	 * @param model the model
	 * @param instances the instances
	 * @param how what to look at
	 * @param route the database to ask
	 * @return what is wrong; empty if nothing is
	 */
	public ValidationErrors validate(EntityModel model, List<? extends Model> instances, ValidationOptions how,
			Route route) {
		List<CollectedErrors> collected = new ArrayList<>();
		for (int row = 0; row < instances.size(); row++) {
			collected.add(fields(model, instances.get(row), row, how));
		}
		if (how.database() && !instances.isEmpty()) {
			this.database.check(model, instances, collected, how, route);
		}
		List<ValidationError> all = new ArrayList<>();
		collected.forEach((errors) -> all.addAll(errors.errors()));
		return all.isEmpty() ? ValidationErrors.NONE : new ValidationErrors(all);
	}

	/**
	 * Refuse instances that are not valid.
	 * @param model the model
	 * @param instances the instances
	 * @param how what to look at
	 * @param route the database to ask
	 * @throws InvalidInstanceException if something is wrong
	 */
	public void require(EntityModel model, List<? extends Model> instances, ValidationOptions how, Route route) {
		ValidationErrors errors = validate(model, instances, how, route);
		if (!errors.isEmpty()) {
			throw new InvalidInstanceException(model.name(), errors);
		}
	}

	/**
	 * Say what a violated constraint means, as validation would have said.
	 * @param model the model whose rows were written
	 * @param refusal what the database said
	 * @return what is wrong; empty if it is no violated constraint
	 */
	public ValidationErrors explain(EntityModel model, RuntimeException refusal) {
		ConstraintDetails details = Violations.details(refusal);
		if (details == null) {
			return ValidationErrors.NONE;
		}
		CollectedErrors errors = new CollectedErrors(model, 0, (field) -> null, this.texts);
		new Violations(model, errors, this.columns).explain(details);
		return new ValidationErrors(errors.errors());
	}

	/**
	 * Say what a violated constraint means, whatever the model.
	 * @param models the models, one of whose tables has the constraint
	 * @param refusal what the database said
	 * @return what is wrong; empty if it is no violated constraint, or no model or
	 * several have a table of the name
	 */
	public ValidationErrors explain(ModelRegistry models, RuntimeException refusal) {
		ConstraintDetails details = Violations.details(refusal);
		List<EntityModel> owners = (details == null) ? List.of()
				: models.models()
					.stream()
					.filter((model) -> model.concrete() == model && model.table().name().equals(details.table()))
					.toList();
		return (owners.size() == 1) ? explain(owners.get(0), refusal) : ValidationErrors.NONE;
	}

	/**
	 * Return who knows which rows people may choose for relations.
	 * @return the rows
	 */
	public ChosenRows chosenRows() {
		return this.chosenRows;
	}

	/**
	 * Return what people read of fields.
	 * @return the words, by the texts of the application
	 */
	public ModelWords words() {
		return new ModelWords(this.texts);
	}

	/**
	 * Collect what some other work finds wrong with values of a model, with the texts of
	 * the application.
	 * @param model the model
	 * @param values the values that may be rejected, by field
	 * @param work rejects them
	 * @return what is wrong
	 */
	public ValidationErrors collect(EntityModel model, Function<FieldModel, @Nullable Object> values,
			Consumer<Errors> work) {
		CollectedErrors errors = new CollectedErrors(model, 0, values, this.texts);
		work.accept(errors);
		return new ValidationErrors(errors.errors());
	}

	private CollectedErrors fields(EntityModel model, Model instance, int row, ValidationOptions how) {
		CollectedErrors errors = new CollectedErrors(model, row, (field) -> value(instance, field), this.texts);
		List<String> deferred = instance.deferredFields();
		for (FieldModel field : model.fields()) {
			if (how.looksAt(field.name()) && !deferred.contains(field.name())) {
				FieldRules.check(field, value(instance, field), errors);
			}
		}
		this.rules.check(instance, how, errors);
		limits(model, instance, how, errors);
		Hooks.clean(instance, errors);
		return errors;
	}

	private void limits(EntityModel model, Model instance, ValidationOptions how, CollectedErrors errors) {
		List<String> deferred = instance.deferredFields();
		for (FieldModel field : model.fields()) {
			Object value = deferred.contains(field.name()) ? null : value(instance, field);
			if (value != null && how.looksAt(field.name())) {
				FieldLimits.check(field, value, errors);
			}
		}
	}

	private @Nullable Object value(Model instance, FieldModel field) {
		return this.written.value(instance, field);
	}

}
