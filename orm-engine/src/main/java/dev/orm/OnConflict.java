package dev.orm;

import java.util.Arrays;
import java.util.List;

import dev.orm.path.Column;
import dev.orm.path.ColumnPaths;
import dev.orm.persist.BulkCreateOptions;

/**
 * What {@code bulkCreate} does where a row is there already:
 * {@code OnConflict.on(PRODUCT.sku).update(PRODUCT.price, PRODUCT.stock)}. Immutable.
 * Django's {@code ignore_conflicts}, {@code update_conflicts}, {@code unique_fields} and
 * {@code update_fields}.
 *
 * @param <R> the model
 */
public final class OnConflict<R> {

	private final List<String> unique;

	private final List<String> updated;

	private OnConflict(List<String> unique, List<String> updated) {
		this.unique = unique;
		this.updated = updated;
	}

	/**
	 * Leave rows out that violate any constraint. Their instances learn no key.
	 * @param <R> the model
	 * @return what to do
	 */
	public static <R> OnConflict<R> ignore() {
		return new OnConflict<>(List.of(), List.of());
	}

	/**
	 * Name the columns that are unique together.
	 * @param <R> the model
	 * @param columns the columns of the constraint
	 * @return what conflicts, to be followed by {@link On#update} or {@link On#ignore}
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public static <R> On<R> on(Column<R, ?>... columns) {
		return new On<>(paths(columns));
	}

	BulkCreateOptions applyTo(BulkCreateOptions options) {
		return this.updated.isEmpty() ? options.ignoringConflicts(this.unique)
				: options.updatingConflicts(this.unique, this.updated);
	}

	private static List<String> paths(Column<?, ?>... columns) {
		return Arrays.stream(columns).map(Column::path).toList();
	}

	/**
	 * The columns of a constraint.
	 *
	 * @param <R> the model
	 */
	public static final class On<R> {

		private final List<String> unique;

		private On(List<String> unique) {
			this.unique = unique;
		}

		/**
		 * Leave rows out that violate this constraint; another one is an error. Their
		 * instances learn no key.
		 * @return what to do
		 */
		public OnConflict<R> ignore() {
			return new OnConflict<>(this.unique, List.of());
		}

		/**
		 * Update the row that is there from the instance that meets it.
		 * @param first a column to update
		 * @param more further columns to update
		 * @return what to do
		 */
		@SafeVarargs
		@SuppressWarnings("varargs")
		public final OnConflict<R> update(Column<R, ?> first, Column<R, ?>... more) {
			return new OnConflict<>(this.unique, ColumnPaths.of(first, more));
		}

	}

}
