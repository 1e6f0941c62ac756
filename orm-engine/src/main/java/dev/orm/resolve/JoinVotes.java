package dev.orm.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.node.Connector;

/**
 * Counts which conditions need a row of which join, to decide between INNER and LEFT.
 * Django's {@code JoinPromoter}.
 */
final class JoinVotes {

	private final Connector effective;

	private final int voters;

	private final Map<String, Integer> votes = new HashMap<>();

	JoinVotes(Connector connector, int voters, boolean negated) {
		this.effective = !negated ? connector : (connector == Connector.AND) ? Connector.OR : Connector.AND;
		this.voters = voters;
	}

	void add(Collection<String> needed) {
		needed.forEach((alias) -> this.votes.merge(alias, 1, Integer::sum));
	}

	/** Promote and demote; answers the joins whose rows are needed as a whole. */
	Set<String> apply(JoinGraph joins) {
		Set<String> promoted = new HashSet<>();
		Set<String> demoted = new HashSet<>();
		this.votes.forEach((alias, count) -> {
			if (this.effective == Connector.OR && count < this.voters) {
				promoted.add(alias);
			}
			// without its row no part of an OR holds, if all parts need it; an XOR leaves
			// its joins as its parts want them, as in Django
			if (this.effective == Connector.AND || (this.effective == Connector.OR && count == this.voters)) {
				demoted.add(alias);
			}
		});
		joins.promote(promoted);
		joins.demote(demoted);
		return demoted;
	}

}
