package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.Condition;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.path.Column;
import org.jspecify.annotations.Nullable;

/**
 * What else is said of a unique constraint: {@code meta.unique(…)} answers it. Used by
 * one thread, while the model's {@link Meta} methods run.
 *
 * @param <T> the model
 */
public final class UniqueOptions<T extends Model> {

	private final List<Node> elements;

	private final List<String> include = new ArrayList<>();

	private @Nullable Node where;

	private boolean nullsDistinct = true;

	private boolean deferred;

	private DeclaredUnique.Among among = DeclaredUnique.Among.USUAL;

	private boolean acrossTenants;

	private String message = "";

	private String name = "";

	UniqueOptions(List<Node> elements) {
		this.elements = List.copyOf(elements);
	}

	/**
	 * Name it; without, it is named after its table and columns, as PostgreSQL does. One
	 * of an expression must be named.
	 * @param text at most 63 bytes; {@code {table}} stands for the table
	 * @return this
	 */
	public UniqueOptions<T> name(String text) {
		this.name = text;
		return this;
	}

	/**
	 * Hold for some rows only; the database then keeps a unique index. Django's
	 * {@code condition}.
	 * @param condition which rows, by columns of the table alone
	 * @return this
	 */
	public UniqueOptions<T> where(Condition<? super T> condition) {
		this.where = condition.node();
		return this;
	}

	/**
	 * Carry columns along in its index. SQL's {@code INCLUDE}.
	 * @param columns the columns
	 * @return this
	 */
	@SafeVarargs
	public final UniqueOptions<T> include(Column<? super T, ?>... columns) {
		for (Column<? super T, ?> column : columns) {
			this.include.add(column.path());
		}
		return this;
	}

	/**
	 * Carry columns along in its index.
	 * @param attributes their attributes
	 * @return this
	 */
	public UniqueOptions<T> include(String... attributes) {
		this.include.addAll(List.of(attributes));
		return this;
	}

	/**
	 * Let rows with NULL clash too. SQL's {@code NULLS NOT DISTINCT}.
	 * @return this
	 */
	public UniqueOptions<T> nullsNotDistinct() {
		this.nullsDistinct = false;
		return this;
	}

	/**
	 * Check it at the commit, so that rows may change places. SQL's
	 * {@code DEFERRABLE INITIALLY DEFERRED}.
	 * @return this
	 */
	public UniqueOptions<T> deferred() {
		this.deferred = true;
		return this;
	}

	/**
	 * Hold for rows that are marked as deleted, too, where the model has a
	 * {@code @SoftDelete}: a value is never used again.
	 * @return this
	 */
	public UniqueOptions<T> amongAll() {
		this.among = DeclaredUnique.Among.ALL;
		return this;
	}

	/**
	 * Hold for all tenants together, where the model has a {@code @TenantId}; else it
	 * holds within each.
	 * @return this
	 */
	public UniqueOptions<T> acrossTenants() {
		this.acrossTenants = true;
		return this;
	}

	/**
	 * Say what people are told where a row breaks it.
	 * @param text the text
	 * @return this
	 */
	public UniqueOptions<T> message(String text) {
		this.message = text;
		return this;
	}

	DeclaredUnique declared() {
		return new DeclaredUnique(this.name, this.elements, this.include, this.where, this.nullsDistinct, this.deferred,
				this.among, this.acrossTenants, this.message);
	}

}
