package dev.orm.benchmark.budget;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.openjdk.jmh.results.RunResult;

/** The budget as a table: what was measured, beside what, and what was promised. */
final class BudgetTable {

	private final Map<String, Double> times = new LinkedHashMap<>();

	private final Map<String, Double> bytes = new LinkedHashMap<>();

	private final Map<String, Long> start = new LinkedHashMap<>();

	BudgetTable(Collection<RunResult> results) {
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
			this.times.put(name, result.getPrimaryResult().getScore());
			this.bytes.put(name,
					Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore());
		}
	}

	BudgetTable starting(Map<String, Long> medians) {
		this.start.putAll(medians);
		return this;
	}

	String text(boolean quick, double load) {
		StringBuilder text = new StringBuilder("""

				### The budget of the model layer

				%sThe load was %.1f at the start.

				| what | measured | beside it | budget |
				|---|---:|---:|---|
				""".formatted(quick ? "A quick run, which shows that all work and measures nothing. " : "", load));
		rows(text);
		calls(text);
		history(text);
		line(text, "link of 300 models, first in its JVM", millis("link"), "", "");
		line(text, "checks of 300 models at the start", millis("check"), "off: not run", "under 60 ms, off 0");
		return text.toString();
	}

	private void rows(StringBuilder text) {
		line(text, "`new` of a model without handles", nanos("RowBudget.bare"),
				"plain object " + nanos("RowBudget.plain"), "+ 1 ns");
		line(text, "its bytes", "%.0f B".formatted(size("RowBudget.bare")),
				"plain object %.0f B".formatted(size("RowBudget.plain")), "the same");
		line(text, "a declared handle to many and row, with its field", handle("RowBudget.threeToMany"), "", "24 B");
		line(text, "a NULL foreign key and row, with its field", handle("RowBudget.threeToOne"), "",
				"0 B beside its field");
	}

	private String handle(String benchmark) {
		return "%.1f B".formatted((size(benchmark) - size("RowBudget.bare")) / 3);
	}

	private void calls(StringBuilder text) {
		line(text, "a save nobody hears", micros("SaveBudget.unheard"), "JDBC " + micros("SaveBudget.jdbc"),
				"one array read more");
		line(text, "a save somebody hears, in a transaction of its own", micros("SaveBudget.heard"),
				"unheard " + micros("SaveBudget.unheard"), "");
		line(text, "a query with a scope, to its text", nanos("ScopeCompileBenchmark.scoped"),
				"without " + nanos("ScopeCompileBenchmark.unscoped"), "nothing each time");
		line(text, "a tenant's read outside a transaction", micros("TenantBudget.ofTenant"),
				"nobody's " + micros("TenantBudget.ofNobody"), "+ 25 %");
		line(text, "validation of 1,000 instances by one statement", micros("ValidationBudget.thousandByOneStatement"),
				"one instance " + micros("ValidationBudget.oneByOneStatement"), "1 statement");
		line(text, "the same, of fields only", micros("ValidationBudget.thousandByFields"), "", "0 statements");
		line(text, "COPY of 10,000 instances", micros("CopyBudget.copying"),
				"CopyManager " + micros("CopyBudget.copyManager") + ", bulkCreate " + micros("CopyBudget.bulkCreate"),
				"");
	}

	private void history(StringBuilder text) {
		beside(text, "a save of a row whose history is kept", "save");
		beside(text, "a row as of a time, by its key", "rowAsOf");
		beside(text, "a count of 1,000 rows as of a time, with ten versions each", "countAsOf");
		beside(text, "the versions of one row", "versions");
	}

	private void beside(StringBuilder text, String what, String benchmark) {
		line(text, what, micros("HistoryBudget." + benchmark),
				"by hand " + micros("HistoryBudget." + benchmark + "ByHand"), "");
	}

	private double size(String benchmark) {
		return Objects.requireNonNull(this.bytes.get(benchmark), benchmark);
	}

	private String nanos(String benchmark) {
		return "%,.1f ns".formatted(Objects.requireNonNull(this.times.get(benchmark), benchmark));
	}

	private String micros(String benchmark) {
		return "%,.0f µs".formatted(Objects.requireNonNull(this.times.get(benchmark), benchmark));
	}

	private String millis(String part) {
		return String.format(Locale.ROOT, "%.1f ms", Objects.requireNonNull(this.start.get(part), part) / 1000.0);
	}

	private static void line(StringBuilder text, String what, String measured, String beside, String budget) {
		text.append("| %s | %s | %s | %s |%n".formatted(what, measured, beside, budget));
	}

}
