package dev.orm;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import dev.orm.query.Operation;

/**
 * How {@code selectForUpdate} locks. Immutable.
 *
 * @param <R> the model of the rows; any, until {@code of} names typed relations
 * @param strength what others may still do with the rows
 * @param nowait whether to fail rather than wait
 * @param skipsLocked whether to leave locked rows out
 * @param timeout how long to wait; zero for the database's own limit
 * @param tables the relations to lock, {@code self} for the model; empty for all that are
 * joined
 */
public record Locking<R extends Model>(Operation.Lock.Strength strength, boolean nowait, boolean skipsLocked,
		Duration timeout, List<String> tables) {

	/** The name of the model itself among the relations to lock, as in Django. */
	private static final String SELF = "self";

	public Locking {
		if (nowait && skipsLocked) {
			throw new QueryValueException("The nowait option cannot be used with skipLocked. hint: choose one of them",
					Subject.ofArgument("noWait"));
		}
		if (!timeout.isZero() && (nowait || skipsLocked)) {
			throw new QueryValueException(
					"A lock timeout cannot be used with noWait or skipLocked, which never wait. hint: choose one of them",
					Subject.ofArgument("timeout"));
		}
		if (timeout.isNegative() || (!timeout.isZero() && timeout.toMillis() == 0)) {
			throw new QueryValueException(
					"A lock cannot be waited for %s. hint: give a millisecond or more, or noWait()".formatted(timeout),
					Subject.ofArgument("timeout"))
				.of(timeout);
		}
		tables = List.copyOf(tables);
	}

	/**
	 * Wait for locked rows, and let others only read them ({@code FOR UPDATE}).
	 * @return a way to lock rows of any model
	 */
	public static Locking<Model> rows() {
		return new Locking<>(Operation.Lock.Strength.UPDATE, false, false, Duration.ZERO, List.of());
	}

	/**
	 * Fail with {@code CannotAcquireLockException} if a row is locked.
	 * @return a copy
	 */
	public Locking<R> noWait() {
		return new Locking<>(this.strength, true, this.skipsLocked, this.timeout, this.tables);
	}

	/**
	 * Leave out rows that are locked.
	 * @return a copy
	 */
	public Locking<R> skipLocked() {
		return new Locking<>(this.strength, this.nowait, true, this.timeout, this.tables);
	}

	/**
	 * Fail with {@code CannotAcquireLockException} if a lock is not had in time. It takes
	 * one more exchange with the server, and is the limit of all that follows in the
	 * transaction.
	 * @param limit how long to wait for each lock, a millisecond or more
	 * @return a copy
	 * @throws QueryValueException if it is less
	 */
	public Locking<R> timeout(Duration limit) {
		return new Locking<>(this.strength, this.nowait, this.skipsLocked, limit, this.tables);
	}

	/**
	 * Let others still refer to the keys ({@code FOR NO KEY UPDATE}).
	 * @return a copy
	 */
	public Locking<R> noKey() {
		return strength(Operation.Lock.Strength.NO_KEY_UPDATE);
	}

	/**
	 * Let others read and share the rows, but not change them ({@code FOR SHARE}).
	 * @return a copy
	 */
	public Locking<R> share() {
		return strength(Operation.Lock.Strength.SHARE);
	}

	/**
	 * Keep others only from deleting the rows and from changing their keys
	 * ({@code FOR KEY SHARE}), as a foreign key does.
	 * @return a copy
	 */
	public Locking<R> keyShare() {
		return strength(Operation.Lock.Strength.KEY_SHARE);
	}

	private Locking<R> strength(Operation.Lock.Strength wanted) {
		return new Locking<>(wanted, this.nowait, this.skipsLocked, this.timeout, this.tables);
	}

	/**
	 * Lock some of the joined models only.
	 * @param paths the relations, {@code self} for the model
	 * @return a copy
	 */
	public Locking<R> of(String... paths) {
		return new Locking<>(this.strength, this.nowait, this.skipsLocked, this.timeout, List.of(paths));
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
		return new Locking<>(this.strength, this.nowait, this.skipsLocked, this.timeout, names);
	}

	private static String name(String path) {
		return path.isEmpty() ? SELF : path;
	}

	Operation.Lock operation() {
		return new Operation.Lock(this.strength, this.nowait, this.skipsLocked, this.timeout, this.tables);
	}

}
