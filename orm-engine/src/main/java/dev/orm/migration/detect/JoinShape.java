package dev.orm.migration.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.schema.ForeignKey;
import dev.orm.schema.Schema;

/**
 * A table that holds nothing but a key of its own and two foreign keys, or three where
 * the rows are tenants'. Immutable.
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
		boolean joins = targets.size() == 2 || targets.size() == 3;
		return (joins && schema.columns(table).size() == targets.size() + 1) ? Optional.of(new JoinShape(targets))
				: Optional.empty();
	}

	boolean pointsInto(Set<String> tables) {
		return this.targets.stream().anyMatch(tables::contains);
	}

}
