package dev.orm.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * About how many rows tables have: what is an error for a large one is worth a warning
 * for a small one, and the other way round. Immutable.
 *
 * @param rows numbers by table, as the server's statistics say
 */
public record TableSizes(Map<String, Long> rows) {

	/** Fewer rows are read or written before anybody notices. */
	public static final long SMALL = 10_000;

	/** More keep others waiting. */
	public static final long LARGE = 1_000_000;

	public TableSizes {
		rows = Map.copyOf(rows);
	}

	/**
	 * Weigh findings about locks by the size of their table.
	 * @param findings what was found
	 * @return the same, each as bad as it is for so many rows
	 */
	public List<Finding> weigh(List<Finding> findings) {
		return findings.stream().map(this::weigh).toList();
	}

	private Finding weigh(Finding finding) {
		Optional<Long> known = finding.isAboutLocks() ? rowsOf(finding.subject()) : Optional.empty();
		if (known.isEmpty() || (known.get() >= SMALL && known.get() < LARGE)) {
			return finding;
		}
		Severity severity = (known.get() < SMALL) ? Severity.WARN : Severity.ERROR;
		return new Finding(finding.rule(), severity, finding.subject() + " (about %,d rows)".formatted(known.get()),
				finding.message(), finding.rewrite());
	}

	/** The rows of the table that a path begins with. */
	private Optional<Long> rowsOf(String subject) {
		return this.rows.entrySet()
			.stream()
			.filter((table) -> table.getValue() >= 0)
			.filter((table) -> subject.equals(table.getKey()) || subject.startsWith(table.getKey() + "."))
			.map(Map.Entry::getValue)
			.findFirst();
	}

}
