package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.row.RowReader;

/**
 * What to ask the database about a query's plan. Immutable. The options of PostgreSQL's
 * {@code EXPLAIN}.
 *
 * @param format {@code TEXT}, {@code JSON}, {@code XML} or {@code YAML}
 * @param options the options, in order
 */
public record Explain(String format, List<String> options) {

	private static final List<String> FORMATS = List.of("TEXT", "JSON", "XML", "YAML");

	private static final List<String> KNOWN = List.of("ANALYZE", "VERBOSE", "COSTS", "SETTINGS", "GENERIC_PLAN",
			"BUFFERS", "WAL", "TIMING", "SUMMARY", "MEMORY");

	private static final List<String> SERIALIZED = List.of("NONE", "TEXT", "BINARY");

	public Explain {
		options = List.copyOf(options);
		options.forEach(Explain::check);
		if (!FORMATS.contains(format)) {
			throw new QueryValueException("%s is not a recognized format.".formatted(format),
					UnknownName.of("", format, FORMATS));
		}
	}

	/** Options are written into the text. */
	private static void check(String option) {
		String[] words = option.split(" ", -1);
		if (words.length == 2 && words[0].equals("SERIALIZE")) {
			checkForm(words[1]);
			return;
		}
		boolean known = words.length == 2 && KNOWN.contains(words[0]) && List.of("TRUE", "FALSE").contains(words[1]);
		if (!known) {
			throw new QueryValueException("Unknown option of explain(): %s. Each is TRUE or FALSE.".formatted(option),
					UnknownName.of("", words[0], KNOWN));
		}
	}

	private static void checkForm(String form) {
		if (!SERIALIZED.contains(form)) {
			throw new QueryValueException("SERIALIZE of explain() has no form %s.".formatted(form),
					UnknownName.of("", form, SERIALIZED));
		}
	}

	/**
	 * Ask for the plan as text; the query does not run.
	 * @return what to ask for
	 */
	public static Explain text() {
		return new Explain("TEXT", List.of());
	}

	/**
	 * Run the query and tell what it took.
	 * @return a copy
	 */
	public Explain analyze() {
		return with("ANALYZE", true);
	}

	/**
	 * Tell of the pages read.
	 * @return a copy
	 */
	public Explain buffers() {
		return with("BUFFERS", true);
	}

	/**
	 * Switch an option of the database.
	 * @param option its name, such as {@code SETTINGS}
	 * @param value on or off
	 * @return a copy
	 * @throws QueryValueException if the database has no such option
	 */
	public Explain with(String option, boolean value) {
		String name = option.toUpperCase(Locale.ROOT);
		if (!KNOWN.contains(name)) {
			throw new QueryValueException("Unknown option of explain(): %s.".formatted(option),
					UnknownName.of("", name, KNOWN));
		}
		List<String> all = new ArrayList<>(this.options);
		all.add(name + (value ? " TRUE" : " FALSE"));
		return new Explain(this.format, all);
	}

	/**
	 * Run the query and tell what it costs to turn its rows into what is sent. PostgreSQL
	 * 17.
	 * @param form {@code NONE}, {@code TEXT} or {@code BINARY}
	 * @return a copy, which analyzes
	 * @throws QueryValueException if there is no such form
	 */
	public Explain serialize(String form) {
		List<String> all = new ArrayList<>(analyze().options);
		all.add("SERIALIZE " + form.toUpperCase(Locale.ROOT));
		return new Explain(this.format, all);
	}

	/**
	 * Ask in another format.
	 * @param name {@code TEXT}, {@code JSON}, {@code XML} or {@code YAML}
	 * @return a copy
	 */
	public Explain in(String name) {
		return new Explain(name.toUpperCase(Locale.ROOT), this.options);
	}

	String prefix() {
		List<String> all = new ArrayList<>(this.options);
		all.add("FORMAT " + this.format);
		return "EXPLAIN (" + String.join(", ", all) + ") ";
	}

	static List<String> lines(RowReader rows) {
		List<String> lines = new ArrayList<>();
		while (rows.next()) {
			lines.add(String.valueOf(rows.getString(1)));
		}
		return lines;
	}

}
