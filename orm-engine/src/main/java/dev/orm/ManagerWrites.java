package dev.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.Deleted;
import dev.orm.persist.Getting;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manager that writes instances.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class ManagerWrites<T extends Model, S extends AbstractQuerySet<T, S>> extends BoundManager<T, S> {

	ManagerWrites() {
	}

	/**
	 * Save an instance: an UPDATE if it has a key, an INSERT if it has none or no row was
	 * there.
	 * @param instance the instance
	 * @return the instance
	 */
	public T save(T instance) {
		orm().persistence().save(instance, SaveOptions.on(database()));
		return instance;
	}

	/**
	 * Save an instance and let the database compute some fields; the computed values come
	 * back into the instance.
	 * @param instance the instance
	 * @param assignments the expressions, made by {@code set}
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T save(T instance, Assignment<? super T>... assignments) {
		orm().persistence().save(instance, SaveOptions.on(database()).computing(List.of(assignments)));
		return instance;
	}

	/**
	 * Save some fields of an instance, by an UPDATE. Django's
	 * {@code save(update_fields=[…])}.
	 * @param instance the instance
	 * @param first a field to save
	 * @param more further fields to save
	 * @return the instance
	 * @throws dev.orm.error.NotUpdatedException if there is no row
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T save(T instance, Column<? super T, ?> first, Column<? super T, ?>... more) {
		return save(instance, (options) -> options.updateFields(ColumnPaths.of(first, more)));
	}

	/**
	 * Save an instance in a way of your own.
	 * @param instance the instance
	 * @param saving changes the options, such as
	 * {@code (options) -> options.updateFields(List.of("name"))}
	 * @return the instance
	 * @throws dev.orm.error.NotUpdatedException if a forced update found no row
	 */
	public T save(T instance, UnaryOperator<SaveOptions> saving) {
		orm().persistence().save(instance, saving.apply(SaveOptions.on(database())));
		return instance;
	}

	/**
	 * Make an instance and insert it.
	 * @param assignments its attributes, made by {@code is} or {@code set}
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T create(Assignment<? super T>... assignments) {
		return created(List.of(assignments));
	}

	/**
	 * Make an instance and insert it.
	 * @param values its attributes by name
	 * @return the instance
	 */
	public final T create(Map<String, ?> values) {
		return created(Assignments.of(values));
	}

	T created(List<Assignment<?>> assignments) {
		return getQuerySet().created(assignments);
	}

	/**
	 * Get the only row that fits, or create it; safe against others who do the same.
	 * @param lookup what to look up and, if there is none, to create with
	 * @param defaults further attributes of a new row
	 * @return the instance, and whether it is new
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final Getting<T> getOrCreate(Assignment<? super T> lookup, Assignment<? super T>... defaults) {
		return gotOrCreated(List.of(lookup), List.of(defaults));
	}

	/**
	 * Get the only row that fits, or create it; safe against others who do the same.
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * row too
	 * @param defaults further attributes of a new row; a {@code Supplier} is asked only
	 * then
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> getOrCreate(Map<String, ?> lookups, Map<String, ?> defaults) {
		return gotOrCreated(Assignments.of(lookups), Assignments.of(defaults));
	}

	/**
	 * Get the only row that fits, or create it; safe against others who do the same.
	 * @param lookups what to look up, by attributes of the model or across relations;
	 * attributes are those of a new row too
	 * @param defaults further attributes of a new row
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> getOrCreate(Attributes<? super T> lookups, Attributes<? super T> defaults) {
		return gotOrCreated(lookups.assignments(), defaults.assignments());
	}

	Getting<T> gotOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		return getQuerySet().gotOrCreated(lookups, defaults);
	}

	/**
	 * Lock and update the only row that fits, or create it.
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * row too
	 * @param values what an existing row gets, and a new one
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> updateOrCreate(Map<String, ?> lookups, Map<String, ?> values) {
		return updatedOrCreated(Assignments.of(lookups), Assignments.of(values), null);
	}

	/**
	 * Lock and update the only row that fits, or create it.
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * row too
	 * @param values what an existing row gets
	 * @param createDefaults what a new row gets
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> updateOrCreate(Map<String, ?> lookups, Map<String, ?> values,
			Map<String, ?> createDefaults) {
		return updatedOrCreated(Assignments.of(lookups), Assignments.of(values), Assignments.of(createDefaults));
	}

	/**
	 * Lock and update the only row that fits, or create it.
	 * @param lookups what to look up, by attributes of the model or across relations;
	 * attributes are those of a new row too
	 * @param values what an existing row gets, and a new one
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> updateOrCreate(Attributes<? super T> lookups, Attributes<? super T> values) {
		return updatedOrCreated(lookups.assignments(), values.assignments(), null);
	}

	/**
	 * Lock and update the only row that fits, or create it.
	 * @param lookups what to look up, by attributes of the model or across relations;
	 * attributes are those of a new row too
	 * @param values what an existing row gets
	 * @param createDefaults what a new row gets
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> updateOrCreate(Attributes<? super T> lookups, Attributes<? super T> values,
			Attributes<? super T> createDefaults) {
		return updatedOrCreated(lookups.assignments(), values.assignments(), createDefaults.assignments());
	}

	Getting<T> updatedOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> values,
			@Nullable List<Assignment<?>> createDefaults) {
		return getQuerySet().updatedOrCreated(lookups, values, createDefaults);
	}

	/**
	 * Insert many instances by one statement and give them their keys.
	 * @param instances the instances
	 * @param <L> the list
	 * @return the instances
	 */
	public final <L extends Collection<? extends T>> L bulkCreate(L instances) {
		return bulkCreate(instances, (options) -> options);
	}

	/**
	 * Insert many instances in a way of your own: in batches, ignoring or updating rows
	 * that are there.
	 * @param instances the instances
	 * @param how changes the options, such as
	 * {@code BulkCreateOptions::ignoringConflicts}
	 * @param <L> the list
	 * @return the instances
	 */
	public final <L extends Collection<? extends T>> L bulkCreate(L instances, UnaryOperator<BulkCreateOptions> how) {
		return getQuerySet().bulkCreate(instances, how);
	}

	/**
	 * Insert many instances by one statement, ignoring or updating rows that are there.
	 * @param instances the instances
	 * @param conflict what to do with such rows
	 * @param <L> the list
	 * @return the instances
	 */
	public final <L extends Collection<? extends T>> L bulkCreate(L instances, OnConflict<? super T> conflict) {
		return bulkCreate(instances, conflict::applyTo);
	}

	/**
	 * Update fields of many instances by one statement.
	 * @param instances the instances, all with keys
	 * @param first a field to update
	 * @param more further fields to update
	 * @return how many rows matched
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final int bulkUpdate(Collection<? extends T> instances, Column<? super T, ?> first,
			Column<? super T, ?>... more) {
		return bulkUpdate(instances, ColumnPaths.of(first, more), (options) -> options);
	}

	/**
	 * Update fields of many instances by one statement.
	 * @param instances the instances, all with keys
	 * @param fields the fields
	 * @return how many rows matched
	 */
	public final int bulkUpdate(Collection<? extends T> instances, String... fields) {
		return bulkUpdate(instances, List.of(fields), (options) -> options);
	}

	/**
	 * Update fields of many instances in a way of your own.
	 * @param instances the instances, all with keys
	 * @param fields the fields
	 * @param how changes the options
	 * @return how many rows matched
	 */
	public final int bulkUpdate(Collection<? extends T> instances, List<String> fields,
			UnaryOperator<BulkUpdateOptions> how) {
		return getQuerySet().bulkUpdate(instances, fields, how);
	}

	/**
	 * Delete an instance and what depends on it.
	 * @param instance the instance; it is new again afterwards
	 * @return what was deleted
	 */
	public final Deleted delete(T instance) {
		return orm().persistence().delete(instance, database());
	}

	/**
	 * Read the fields of an instance anew; relations it has fetched are forgotten.
	 * @param instance a saved instance
	 * @param fields the fields; all if none
	 * @return the instance
	 */
	public final T refresh(T instance, String... fields) {
		orm().reader().refresh(instance, List.of(fields));
		return instance;
	}

	/**
	 * Read some fields of an instance anew.
	 * @param instance a saved instance
	 * @param first a field to read
	 * @param more further fields to read
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T refresh(T instance, Column<? super T, ?> first, Column<? super T, ?>... more) {
		orm().reader().refresh(instance, ColumnPaths.of(first, more));
		return instance;
	}

}
