package dev.orm.migration.apply.trial;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.migration.files.ScriptStatements;

/**
 * A statement that ran, and what the server's catalogue says it did to tables that were
 * there before the migration. Immutable.
 *
 * @param migration the migration, as in {@code V0002__product_title}
 * @param sql the statement
 * @param locks the strongest lock it took on each table, by the name of {@code pg_locks},
 * where readers or writers wait for it
 * @param rewritten the tables it wrote anew
 * @param scanned the tables it read from end to end
 */
public record MeasuredStatement(String migration, String sql, Map<String, String> locks, Set<String> rewritten,
		Set<String> scanned) {

	public MeasuredStatement {
		locks = Map.copyOf(locks);
		rewritten = Set.copyOf(rewritten);
		scanned = Set.copyOf(scanned);
	}

	@Override
	public String toString() {
		String first = this.sql.substring(ScriptStatements.beginning(this.sql))
			.strip()
			.replaceFirst(";$", "")
			.lines()
			.findFirst()
			.orElse("");
		Stream<String> held = this.locks.entrySet()
			.stream()
			.map((lock) -> lock.getValue()
				.replaceAll("Lock$", "")
				.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
				.toUpperCase(Locale.ROOT) + " " + lock.getKey())
			.sorted();
		Stream<String> rest = Stream.concat(this.rewritten.stream().sorted().map((table) -> "rewrites " + table),
				this.scanned.stream().sorted().map((table) -> "scans " + table));
		return Stream
			.concat(Stream.of((first.length() > 100) ? first.substring(0, 100) + " …" : first),
					Stream.concat(held, rest))
			.collect(Collectors.joining(" | "));
	}

}
