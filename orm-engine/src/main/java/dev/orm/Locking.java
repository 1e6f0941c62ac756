package dev.orm;

import java.util.Arrays;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import dev.orm.query.Operation;

/**
 * How {@code selectForUpdate} locks. Immutable.
 *
 * @param <R> the model of the rows; any, until {@code of} names typed relations
 * @param nowait whether to fail rather than wait
 * @param skipsLocked whether to leave locked rows out
 * @param keysShared whether keys may still be referred to
 * @param tables the relations to lock, {@code self} for the model; empty for all that are
 * joined
 */
public record Locking<R extends Model>(boolean nowait, boolean skipsLocked, boolean keysShared, List<String> tables) {

	/** The name of the model itself among the relations to lock, as in Django. */
	private static final String SELF = "self";

	public Locking {
		if (nowait && skipsLocked) {
			throw new QueryValueException("The nowait option cannot be used with skipLocked. hint: choose one of them");
		}
		tables = List.copyOf(tables);
	}

	/**
	 * Wait for locked rows.
	 * @return a way to lock rows of any model
	 */
	public static Locking<Model> rows() {
		return new Locking<>(false, false, false, List.of());
	}

	/**
	 * Fail with {@code CannotAcquireLockException} if a row is locked.
	 * @return a copy
	 */
	public Locking<R> noWait() {
		return new Locking<>(true, this.skipsLocked, this.keysShared, this.tables);
	}

	/**
	 * Leave out rows that are locked.
	 * @return a copy
	 */
	public Locking<R> skipLocked() {
		return new Locking<>(this.nowait, true, this.keysShared, this.tables);
	}

	/**
	 * Let others still refer to the keys ({@code FOR NO KEY UPDATE}).
	 * @return a copy
	 */
	public Locking<R> noKey() {
		return new Locking<>(this.nowait, this.skipsLocked, true, this.tables);
	}

	/**
	 * Lock some of the joined models only.
	 * @param paths the relations, {@code self} for the model
	 * @return a copy
	 */
	public Locking<R> of(String... paths) {
		return new Locking<>(this.nowait, this.skipsLocked, this.keysShared, List.of(paths));
	}

	/**
	 * Lock some of the joined models only.
	 * @param <S> the model of the rows
	 * @param paths the relations, such as {@code PRODUCT.category()}; the root, such as
	 * {@code PRODUCT}, for the model itself
	 * @return a copy, for rows of the model the paths start from
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final <S extends R> Locking<S> of(ModelPath<? super S, ?>... paths) {
		List<String> names = Arrays.stream(paths).map(ModelPath::path).map(Locking::name).toList();
		return new Locking<>(this.nowait, this.skipsLocked, this.keysShared, names);
	}

	private static String name(String path) {
		return path.isEmpty() ? SELF : path;
	}

	Operation.Lock operation() {
		return new Operation.Lock(this.nowait, this.skipsLocked, this.keysShared, this.tables);
	}

}
