package dev.orm.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The to-many joins that the conditions of one operation share: one {@code filter} is
 * about one related row. Django's {@code can_reuse}. What resolves a condition adds the
 * joins it takes; used by one thread.
 */
final class JoinScope {

	/** Any join of the query may be shared. */
	static final JoinScope ANY = new JoinScope(null);

	private final @Nullable Set<String> aliases;

	private JoinScope(@Nullable Set<String> aliases) {
		this.aliases = aliases;
	}

	/** Share no join yet. */
	static JoinScope begin() {
		return new JoinScope(new HashSet<>());
	}

	/** Share some joins. */
	static JoinScope of(Collection<String> aliases) {
		return new JoinScope(new HashSet<>(aliases));
	}

	boolean allows(String alias) {
		return this.aliases == null || this.aliases.contains(alias);
	}

	/** Whether a join was taken by a condition of the operation at hand. */
	boolean took(String alias) {
		return this.aliases != null && this.aliases.contains(alias);
	}

	void share(Collection<String> joins) {
		if (this.aliases != null) {
			this.aliases.addAll(joins);
		}
	}

	/** Leave a join out: it was taken for good. */
	void leave(String alias) {
		if (this.aliases != null) {
			this.aliases.remove(alias);
		}
	}

	/** A scope of its own that begins with these joins and some more. */
	JoinScope with(Collection<String> more) {
		if (this.aliases == null) {
			return ANY;
		}
		JoinScope wider = of(this.aliases);
		wider.share(more);
		return wider;
	}

}
