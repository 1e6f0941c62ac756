package dev.orm;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.copy.Copy;
import dev.orm.expression.Assignment;
import dev.orm.expression.Assignments;
import dev.orm.load.FetchMode;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ColumnPaths;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.Getting;

/**
 * Creates rows. New rows need not be among those that are asked; looking up and updating
 * stay within them, as in Django.
 *
 * @param <T> the model
 * @param <S> the querysets that come of it
 */
public abstract class Creating<T extends Model, S extends Creating<T, S>> extends Projecting<T, T, S> {

	Creating() {
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

	/**
	 * Make an instance and save nothing. Django's {@code Model(**kwargs)}.
	 * @param assignments its attributes, made by {@code is}; values only
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings({ "varargs", "unchecked" })
	public final T build(Assignment<? super T>... assignments) {
		Recipe recipe = recipe();
		return (T) recipe.orm().persistence().build(recipe.spec().model(), List.of(assignments));
	}

	private T created(List<Assignment<?>> assignments) {
		return created(recipe(), assignments);
	}

	/** Create a row among those of a recipe, and in its database. */
	@SuppressWarnings("unchecked")
	T created(Recipe recipe, List<Assignment<?>> assignments) {
		Model created = recipe.orm().persistence().create(recipe.spec().model(), assignments, recipe.written());
		inMode(recipe, created);
		return (T) created;
	}

	/** What is made through a queryset fetches as what is read through it. */
	private static void inMode(Recipe recipe, Model instance) {
		FetchMode mode = recipe.options().fetchMode();
		if (mode != null) {
			recipe.orm().reader().known().fetchMode(instance, mode);
		}
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

	private Getting<T> gotOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		return gotOrCreated(recipe(), lookups, defaults);
	}

	@SuppressWarnings("unchecked")
	Getting<T> gotOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		Getting<? extends Model> got = recipe.orm()
			.persistence()
			.getOrCreate(recipe.spec(), lookups, defaults, recipe.written());
		inMode(recipe, got.instance());
		return (Getting<T>) got;
	}

	/**
	 * Lock and update the only row that fits, or create it.
	 * @param lookups what to look up; those without {@code __} are attributes of a new
	 * row too
	 * @param values what an existing row gets, and a new one
	 * @return the instance, and whether it is new
	 */
	public final Getting<T> updateOrCreate(Map<String, ?> lookups, Map<String, ?> values) {
		return updateOrCreate(lookups, values, values);
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
		return updateOrCreate(lookups, values, values);
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

	private Getting<T> updatedOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> values,
			List<Assignment<?>> createDefaults) {
		return updatedOrCreated(recipe(), lookups, values, createDefaults);
	}

	@SuppressWarnings("unchecked")
	Getting<T> updatedOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> values,
			List<Assignment<?>> createDefaults) {
		Getting<? extends Model> got = recipe.orm()
			.persistence()
			.updateOrCreate(recipe.spec(), lookups, values, createDefaults, recipe.written());
		inMode(recipe, got.instance());
		return (Getting<T>) got;
	}

	/** Forget rows that are in memory, as there are others now. */
	void forgetRows() {
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
		Recipe recipe = recipe();
		recipe.orm()
			.persistence()
			.bulkCreate(recipe.spec().model(), List.copyOf(instances),
					how.apply(BulkCreateOptions.on(recipe.written(instances))));
		forgetRows();
		return instances;
	}

	/**
	 * Load rows from a stream of comma-separated values by PostgreSQL's {@code COPY}:
	 * nothing faster loads rows, and memory does not grow with their number. All rows are
	 * stored or none. No instance is made, so nothing is validated, nobody hears of it,
	 * and what is left out gets the defaults of the database, none of the engine.
	 * @param rows the stream, without a header; it is not closed
	 * @param first the first column of the rows
	 * @param more the further columns, in their order
	 * @return how many rows were loaded
	 * @throws dev.orm.copy.CopyException if the database refuses a row; it tells which
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final long copyFrom(InputStream rows, Column<? super T, ?> first, Column<? super T, ?>... more) {
		return copyFrom(rows, Copy.csv(), ColumnPaths.of(first, more));
	}

	/**
	 * Load rows from a stream by PostgreSQL's {@code COPY}.
	 * @param rows the stream; it is not closed
	 * @param format how the rows are written
	 * @param first the first column of the rows
	 * @param more the further columns, in their order
	 * @return how many rows were loaded
	 * @throws dev.orm.copy.CopyException if the database refuses a row; it tells which
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final long copyFrom(InputStream rows, Copy format, Column<? super T, ?> first,
			Column<? super T, ?>... more) {
		return copyFrom(rows, format, ColumnPaths.of(first, more));
	}

	/**
	 * Load rows from a stream by PostgreSQL's {@code COPY}.
	 * @param rows the stream; it is not closed
	 * @param format how the rows are written
	 * @param fields the attributes of the rows, in their order
	 * @return how many rows were loaded
	 * @throws dev.orm.copy.CopyException if the database refuses a row; it tells which
	 * @throws dev.orm.error.QueryValueException if a column that needs a value is left
	 * out
	 */
	public final long copyFrom(InputStream rows, Copy format, List<String> fields) {
		Recipe recipe = recipe();
		long loaded = recipe.orm().copies().in(recipe.spec().model(), fields, recipe.written(), format, rows);
		forgetRows();
		return loaded;
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
		Recipe recipe = recipe();
		return recipe.orm()
			.persistence()
			.bulkUpdate(recipe.spec(), List.copyOf(instances), fields,
					how.apply(BulkUpdateOptions.on(recipe.written(instances))));
	}

}
