package dev.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.execute.Database;
import dev.orm.expression.Assignment;
import dev.orm.load.FetchMode;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.Getting;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queryset that creates rows. New rows need not be among those of the
 * queryset; looking up and updating stay within them, as in Django.
 *
 * @param <T> the model
 * @param <S> the queryset itself
 */
public abstract class CreatingQuery<T extends Model, S extends CreatingQuery<T, S>> extends ProjectingQuery<T, T, S> {

	CreatingQuery() {
	}

	final String database() {
		String asked = options().database();
		return (asked != null) ? asked : Database.DEFAULT;
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

	@SuppressWarnings("unchecked")
	final T created(List<Assignment<?>> assignments) {
		return inMode((T) orm().persistence().create(spec().model(), assignments, database()));
	}

	/** What is made through a queryset fetches as what is read through it. */
	private T inMode(T instance) {
		FetchMode mode = options().fetchMode();
		if (mode != null) {
			orm().reader().fetchMode(instance, mode);
		}
		return instance;
	}

	private Getting<T> inMode(Getting<T> getting) {
		inMode(getting.instance());
		return getting;
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

	@SuppressWarnings("unchecked")
	final Getting<T> gotOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		return inMode((Getting<T>) orm().persistence().getOrCreate(spec(), lookups, defaults, database()));
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

	@SuppressWarnings("unchecked")
	final Getting<T> updatedOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> values,
			@Nullable List<Assignment<?>> createDefaults) {
		return inMode((Getting<T>) orm().persistence()
			.updateOrCreate(spec(), lookups, values, (createDefaults != null) ? createDefaults : values, database()));
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
		orm().persistence()
			.bulkCreate(spec().model(), List.copyOf(instances), how.apply(BulkCreateOptions.on(database())));
		return instances;
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
		return orm().persistence()
			.bulkUpdate(spec(), List.copyOf(instances), fields, how.apply(BulkUpdateOptions.on(database())));
	}

}
