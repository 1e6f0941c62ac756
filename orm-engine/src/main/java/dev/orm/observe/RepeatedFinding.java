package dev.orm.observe;

import java.time.Instant;

/**
 * Queries that should have been one. Immutable; no values are in it.
 *
 * @param kind how they repeat themselves
 * @param what the relation or the table
 * @param count how many there were at once, at most
 * @param site where they come from
 * @param source where the instances were read that they are about, or an empty text
 * @param advice what to write instead
 * @param statement the {@link StatementId id} of the text
 * @param last when it was seen last
 */
public record RepeatedFinding(RepeatedKind kind, String what, int count, String site, String source, String advice,
		String statement, Instant last) {

	RepeatedFinding again(int times) {
		return new RepeatedFinding(this.kind, this.what, Math.max(this.count, times), this.site, this.source,
				this.advice, this.statement, Instant.now());
	}

	/**
	 * Return the finding in words.
	 * @return the message, with the way out
	 */
	public String message() {
		return "%d statements at %s %s%s%n  hint: %s; or RepeatedQueries.allow(...) where it is meant so".formatted(
				this.count, this.site, this.kind.says(this.what),
				this.source.isEmpty() ? "" : ", which were read at " + this.source, this.advice);
	}

}
