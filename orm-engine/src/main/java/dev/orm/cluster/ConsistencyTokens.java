package dev.orm.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.cluster.wal.WalPosition;
import dev.orm.error.IllegalQueryException;
import dev.orm.work.Moment;
import dev.orm.work.Slot;
import dev.orm.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tells another process what a unit of work wrote, and what it was told, in a text such
 * as {@code default=1-1BE03E0}: the alias of a database, its timeline and its position.
 * For cookies, headers and messages. A text that somebody made up does no harm: it can
 * only send reads to the primary, and for some milliseconds. Thread-safe.
 */
public final class ConsistencyTokens {

	private static final Pattern PART = Pattern
		.compile("(?<alias>[A-Za-z][A-Za-z0-9_-]*)=(?<timeline>[0-9A-F]{1,8})-(?<position>[0-9A-F]{1,15})");

	private static final String SEPARATOR = ".";

	private static final int LONGEST = 1024;

	private static final int HEXADECIMAL = 16;

	private final Supplier<? extends Collection<Replicas>> databases;

	private final Slot<Last> last = Slot.of(Last.class, Last::new);

	/**
	 * Create the tokens of some databases.
	 * @param databases tells those with replicas
	 */
	public ConsistencyTokens(Supplier<? extends Collection<Replicas>> databases) {
		this.databases = databases;
	}

	/**
	 * Return what whoever comes after the current unit of work must see: what it wrote,
	 * and what it was told. It costs a round trip to each database that was written to
	 * since it was asked last, and none otherwise.
	 * @return the text; empty if nothing was written or told, or outside of any unit of
	 * work
	 */
	public Optional<String> current() {
		UnitOfWork unit = UnitOfWork.current();
		if (unit == null) {
			return Optional.empty();
		}
		AtomicReference<Answer> answers = unit.get(this.last).answer;
		Answer known = answers.get();
		if (known != null && !isChangedSince(known.at())) {
			return known.token();
		}
		Answer fresh = new Answer(Moment.now(), ask());
		answers.set(fresh);
		return fresh.token();
	}

	private boolean isChangedSince(long moment) {
		return this.databases.get().stream().anyMatch((database) -> database.isChangedSince(moment));
	}

	private Optional<String> ask() {
		List<String> parts = new ArrayList<>();
		for (Replicas database : this.databases.get()) {
			WalPosition position = database.neededPosition();
			if (position != null) {
				parts.add("%s=%X-%X".formatted(database.alias(), position.timeline(), position.position()));
			}
		}
		return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(SEPARATOR, parts));
	}

	/**
	 * Return whether the current unit of work itself wrote something. No server is asked.
	 * @return true if so; false outside of any unit of work
	 */
	public boolean isWritten() {
		return this.databases.get().stream().anyMatch(Replicas::isWritten);
	}

	/**
	 * Let the current unit of work see what another process told. Databases that have no
	 * replicas here, and what is no token, are passed over.
	 * @param text the text of {@link #current()}
	 * @throws IllegalQueryException outside of any unit of work
	 */
	public void require(String text) {
		if (text.length() > LONGEST) {
			return;
		}
		for (String part : text.split(Pattern.quote(SEPARATOR))) {
			Matcher token = PART.matcher(part);
			Replicas database = token.matches() ? find(token.group("alias")) : null;
			if (database != null) {
				database.require(new WalPosition(Long.parseLong(token.group("timeline"), HEXADECIMAL),
						Long.parseLong(token.group("position"), HEXADECIMAL)));
			}
		}
	}

	private @Nullable Replicas find(String alias) {
		return this.databases.get()
			.stream()
			.filter((database) -> database.alias().equals(alias))
			.findFirst()
			.orElse(null);
	}

	/** What a unit was answered last. */
	private static final class Last {

		private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();

	}

	/**
	 * An answer.
	 *
	 * @param at when it was asked for
	 * @param token the text
	 */
	private record Answer(long at, Optional<String> token) {

	}

}
