package dev.orm.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What a row was for a while, or is. Used by one thread, as the instance. The row of a
 * third-party history package of Django, such as django-simple-history's
 * {@code HistoricalProduct}.
 *
 * @param <T> the model
 */
public final class Version<T extends Model> {

	private final T instance;

	private final @Nullable Done begin;

	private final @Nullable Done end;

	private final Map<String, Change> changes;

	Version(T instance, @Nullable Done begin, @Nullable Done end, Map<String, Change> changes) {
		this.instance = instance;
		this.begin = begin;
		this.end = end;
		this.changes = changes;
	}

	/**
	 * Return the row as it was. What is fetched through it is as it was then, too. To
	 * save it writes it back: the row becomes what it was.
	 * @return the instance; columns that are not kept are null
	 */
	public T instance() {
		return this.instance;
	}

	/**
	 * Return since when the row was so.
	 * @return the beginning of the transaction that made it so; empty if that was before
	 * its history was kept, or is not kept any longer
	 */
	public Optional<Instant> from() {
		return Optional.ofNullable(this.begin).map(Done::at);
	}

	/**
	 * Return until when the row was so.
	 * @return the beginning of the transaction that changed or removed it; empty if it is
	 * so still
	 */
	public Optional<Instant> until() {
		return Optional.ofNullable(this.end).map(Done::at);
	}

	/**
	 * Return who made the row so.
	 * @return the setting {@code orm.user} of that transaction: what {@code CurrentUser}
	 * said; empty if nobody is known
	 */
	public Optional<String> by() {
		return Optional.ofNullable(this.begin).map(Done::by);
	}

	/**
	 * Return in which transaction it was made so: what was done together has one.
	 * @return its number; empty if it is not known
	 */
	public Optional<Long> transaction() {
		return Optional.ofNullable(this.begin).map(Done::transaction);
	}

	/**
	 * Return whether the row was removed then.
	 * @return true if no row came after it
	 */
	public boolean isRemoved() {
		return this.end != null && this.end.removed();
	}

	/**
	 * Return who changed or removed the row.
	 * @return the setting {@code orm.user} of that transaction; empty if nobody is known,
	 * or it is so still
	 */
	public Optional<String> endedBy() {
		return Optional.ofNullable(this.end).map(Done::by);
	}

	/**
	 * Return what differs from the version before.
	 * @return the changes by attribute, of a relation its key; empty for the first
	 * version there is
	 */
	public Map<String, Change> changes() {
		return this.changes;
	}

	@Override
	public String toString() {
		return "%s from %s until %s".formatted(this.instance, from().map(Instant::toString).orElse("-"),
				until().map(Instant::toString).orElse("-"));
	}

	/**
	 * What a value was and became.
	 *
	 * @param before what it was
	 * @param after what it became
	 */
	public record Change(@Nullable Object before, @Nullable Object after) {

	}

	/**
	 * What was done to a row.
	 *
	 * @param at when
	 * @param by by whom; null if nobody is known
	 * @param transaction in which transaction; null if that is not known
	 * @param removed whether it was removed
	 */
	record Done(Instant at, @Nullable String by, @Nullable Long transaction, boolean removed) {

	}

}
