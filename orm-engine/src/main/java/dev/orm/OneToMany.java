package dev.orm;

import java.util.Collection;
import java.util.Optional;

import dev.orm.expression.Expressions;
import dev.orm.model.Model;
import dev.orm.relate.PositionWriter;

/**
 * The handle of the way back of a foreign key, the manager of the rows that point to one
 * instance. It is there from the birth of the instance, and used by one thread at a time,
 * as the instance. Django's reverse related manager.
 *
 * @param <T> the related model
 */
public final class OneToMany<T extends Model> extends RelatedManager<T> {

	private OneToMany(Model owner, String accessor) {
		super(owner, accessor);
	}

	/**
	 * Create the handle of an instance. For generated code and the engine.
	 * @param <T> the related model
	 * @param owner the instance
	 * @param accessor the relation
	 * @return a handle
	 */
	public static <T extends Model> OneToMany<T> of(Model owner, String accessor) {
		return new OneToMany<>(owner, accessor);
	}

	/**
	 * Put the rows in another order, by one UPDATE. Their model has a {@code @Position}.
	 * Django's {@code set_…_order}.
	 * @param rows instances or keys, in the order wanted; rows that are not named follow
	 * as they were
	 * @throws dev.orm.error.DoesNotExistException if one is none of these rows
	 * @throws dev.orm.error.IllegalQueryException if the rows have no order, or one is
	 * named twice
	 */
	public void reorder(Collection<?> rows) {
		positions().reorder(rows);
	}

	/**
	 * Move a row to another place among the others, by one UPDATE.
	 * @param row one of the rows
	 * @param place the place, from 0; a greater one than there are is the last
	 * @throws dev.orm.error.DoesNotExistException if it is none of these rows
	 * @throws dev.orm.error.IllegalQueryException if the rows have no order
	 */
	public void move(T row, int place) {
		positions().move(row, place);
	}

	/**
	 * Return the row after another, as their places are stored. Django's
	 * {@code get_next_in_order}.
	 * @param row one of the rows
	 * @return the next one; empty after the last
	 * @throws dev.orm.error.IllegalQueryException if the rows have no order
	 */
	public Optional<T> nextInOrder(T row) {
		String position = positions().position().name();
		return filter(position + "__gt", place(row, position)).orderBy(position).first();
	}

	/**
	 * Return the row before another, as their places are stored. Django's
	 * {@code get_previous_in_order}.
	 * @param row one of the rows
	 * @return the one before; empty before the first
	 * @throws dev.orm.error.IllegalQueryException if the rows have no order
	 */
	public Optional<T> previousInOrder(T row) {
		String position = positions().position().name();
		return filter(position + "__lt", place(row, position)).orderBy("-" + position).first();
	}

	private Object place(T row, String position) {
		return Expressions.subquery(filter("pk", row.pk()).values(position));
	}

	private PositionWriter positions() {
		return related().positions();
	}

}
