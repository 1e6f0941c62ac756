package dev.orm.migration.ddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.schema.Check;
import dev.orm.schema.Column;

/**
 * A value that means nothing and holds all the same, for a column an undo brings back.
 * Immutable.
 *
 * @param column the column
 * @param checks what is said of it
 */
record NeutralValue(Column column, List<Check> checks) {

	private static final Pattern SIZED = Pattern.compile("(varchar|char|numeric)\\((\\d+)(?:, (\\d+))?\\)");

	private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real",
			"double precision");

	private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "citext");

	/** One value for all rows; empty where none is known that all checks take. */
	Optional<String> one() {
		Optional<String> neutral = Fills.neutral(this.column.type());
		if (this.checks.isEmpty() || neutral.isEmpty()) {
			return neutral;
		}
		return candidates(bare(neutral.get())).stream()
			.filter(this::fits)
			.filter(this::isTaken)
			.findFirst()
			.map((value) -> (isNumber() || base().equals("boolean")) ? value : SqlText.literal(value));
	}

	/** Whether checks take the numbers from one on, and what is made of them. */
	boolean takesNumbers() {
		return this.checks.isEmpty() || (isNumber() && texts()
			// what takes the first number and a very large one sets no limit in between
			.allMatch((check) -> check.takes("1") && check.takes("2") && check.takes("999999999999")));
	}

	private boolean isTaken(String value) {
		return texts().allMatch((check) -> check.takes(value));
	}

	private Stream<CheckText> texts() {
		return this.checks.stream().map((check) -> new CheckText(this.column.name(), check.expression()));
	}

	private static String bare(String literal) {
		return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
	}

	private Set<String> candidates(String neutral) {
		Set<String> candidates = new LinkedHashSet<>(List.of(neutral));
		texts().flatMap((check) -> check.literals().stream()).forEach((literal) -> candidates.addAll(near(literal)));
		if (base().equals("boolean")) {
			candidates.add("true");
		}
		return candidates;
	}

	/** A literal of a check, and what is next to it. */
	private List<String> near(String literal) {
		if (!literal.matches("-?\\d+(\\.\\d+)?")) {
			return isNumber() ? List.of() : List.of(literal);
		}
		BigDecimal number = new BigDecimal(literal);
		if (isNumber()) {
			return List.of(literal, number.add(BigDecimal.ONE).toPlainString(),
					number.subtract(BigDecimal.ONE).toPlainString());
		}
		List<String> near = new ArrayList<>(List.of(literal));
		int length = number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(1000)).intValue();
		if (TEXTS.contains(base())) {
			near.add("x".repeat(length));
			near.add("x".repeat(length + 1));
		}
		return near;
	}

	private boolean fits(String value) {
		Matcher size = SIZED.matcher(this.column.type());
		if (!size.matches()) {
			return !base().matches("smallint|integer|bigint") || !value.contains(".");
		}
		int length = Integer.parseInt(size.group(2));
		if (!isNumber()) {
			return value.length() <= length;
		}
		int fraction = (size.group(3) != null) ? Integer.parseInt(size.group(3)) : 0;
		return new BigDecimal(value).abs().compareTo(BigDecimal.TEN.pow(length - fraction)) < 0;
	}

	private boolean isNumber() {
		return NUMBERS.contains(base());
	}

	private String base() {
		return this.column.type().replaceFirst("\\(.*", "").strip();
	}

}
