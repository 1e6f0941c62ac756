package dev.orm.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.error.IllegalQueryException;
import org.jspecify.annotations.Nullable;

/**
 * Tells another process what a unit of work wrote, in a text such as
 * {@code default=1-1BE03E0}: the alias of a database, its timeline and its position. For
 * cookies, headers and messages. A text that somebody made up does no harm: it can only
 * send reads to the primary, and for some milliseconds. Thread-safe.
 */
public final class ConsistencyTokens {

	private static final Pattern PART = Pattern
		.compile("(?<alias>[A-Za-z][A-Za-z0-9_-]*)=(?<timeline>[0-9A-F]{1,8})-(?<position>[0-9A-F]{1,15})");

	private static final String SEPARATOR = ".";

	private static final int LONGEST = 1024;

	private static final int HEXADECIMAL = 16;

	private final Supplier<? extends Collection<Replicas>> databases;

	/**
	 * Create the tokens of some databases.
	 * @param databases tells those with replicas
	 */
	public ConsistencyTokens(Supplier<? extends Collection<Replicas>> databases) {
		this.databases = databases;
	}

	/**
	 * Return what the current unit of work wrote. It costs a round trip to each database
	 * that was written to, and none otherwise.
	 * @return the text; empty if nothing was written, or outside of any unit of work
	 */
	public Optional<String> current() {
		List<String> parts = new ArrayList<>();
		for (Replicas database : this.databases.get()) {
			WalPosition position = database.writtenPosition();
			if (position != null) {
				parts.add("%s=%X-%X".formatted(database.alias(), position.timeline(), position.position()));
			}
		}
		return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(SEPARATOR, parts));
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

}
