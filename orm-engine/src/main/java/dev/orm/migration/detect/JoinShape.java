package dev.orm.migration.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.schema.ForeignKey;
import dev.orm.schema.Schema;

/**
 * A table that holds nothing but a key of its own and two foreign keys. Immutable.
 *
 * @param targets the tables it joins, sorted
 */
record JoinShape(List<String> targets) {

	static Optional<JoinShape> of(Schema schema, String table) {
		List<String> targets = schema.all(ForeignKey.class)
			.stream()
			.filter((key) -> key.table().equals(table))
			.map(ForeignKey::target)
			.sorted()
			.toList();
		return (targets.size() == 2 && schema.columns(table).size() == 3) ? Optional.of(new JoinShape(targets))
				: Optional.empty();
	}

	boolean pointsInto(Set<String> tables) {
		return this.targets.stream().anyMatch(tables::contains);
	}

}
