package dev.orm.migration.apply;

/**
 * A migration that ran under another version than its file has now. Immutable.
 *
 * @param before its title then, as in {@code V0009__order_note}
 * @param now its title now
 */
public record Renumbered(String before, String now) {

	@Override
	public String toString() {
		return this.before + " -> " + this.now;
	}

}
