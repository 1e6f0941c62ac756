package dev.orm.migration.ddl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A column's way from one type to another. Immutable.
 *
 * @param from the type before
 * @param to the type after
 */
public record TypeChange(String from, String to) {

	private static final Pattern SIZED = Pattern.compile("([^(]+)\\((\\d+)(?:, (\\d+))?\\)(.*)");

	private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

	private static final List<String> LOCAL = List.of("date", "timestamp");

	private static final String ZONED = "timestamp with time zone";

	/**
	 * Return the expression that converts a value where PostgreSQL does not by itself.
	 * @param column the column, quoted
	 * @return the expression; null if none is needed
	 */
	@Nullable String using(String column) {
		String before = base(this.from);
		String after = base(this.to);
		if (isText(after) || before.equals(after) || isAssigned(before, after)) {
			return null;
		}
		if (isMoment(before, after)) {
			return inUtc(column, before, after);
		}
		if (before.equals("boolean") && isNumber(after)) {
			return column + "::integer::" + this.to;
		}
		if (isNumber(before) && after.equals("boolean")) {
			return column + " <> 0";
		}
		return column + (isText(before) ? "::" : "::text::") + this.to;
	}

	/** Whether just one of two types of times has a zone. */
	private static boolean isMoment(String before, String after) {
		return (before.equals(ZONED) && (LOCAL.contains(after) || after.equals("time")))
				|| (LOCAL.contains(before) && after.equals(ZONED));
	}

	/** The server would ask the session for its zone, which differs by who migrates. */
	private static String inUtc(String column, String before, String after) {
		if (after.equals(ZONED)) {
			return column + (before.equals("date") ? "::timestamp" : "") + " AT TIME ZONE 'UTC'";
		}
		String local = column + " AT TIME ZONE 'UTC'";
		return after.equals("timestamp") ? local : "(" + local + ")::" + after;
	}

	private static boolean isAssigned(String before, String after) {
		return (isNumber(before) && isNumber(after)) || (LOCAL.contains(before) && LOCAL.contains(after))
				|| (before.equals("timestamp") && after.equals("time"))
				|| (before.equals("json") && after.equals("jsonb")) || (before.equals("jsonb") && after.equals("json"));
	}

	/**
	 * Return whether every value fits and the table is not written anew.
	 * @return true for a longer varchar, text, or a numeric with more digits before the
	 * point
	 */
	public boolean isWidening() {
		return isText(base(this.from)) ? isLongerText() : isLargerNumeric();
	}

	private boolean isLongerText() {
		if (!isText(base(this.to)) || base(this.from).equals("char")) {
			return false;
		}
		boolean unlimited = base(this.to).equals("text") || this.to.equals("varchar");
		boolean longer = size(this.from, 2) > 0 && size(this.to, 2) >= size(this.from, 2);
		return unlimited || (this.to.startsWith("varchar") && longer);
	}

	private boolean isLargerNumeric() {
		if (!base(this.from).equals("numeric") || !base(this.to).equals("numeric")) {
			return false;
		}
		boolean larger = size(this.from, 2) > 0 && size(this.to, 3) == size(this.from, 3)
				&& size(this.to, 2) >= size(this.from, 2);
		return size(this.to, 2) == 0 || larger;
	}

	/**
	 * Return whether a wider type of the same family takes over.
	 * @return true for a widening and for a larger integer
	 */
	public boolean isWider() {
		return isWidening() || (INTEGERS.contains(this.from) && INTEGERS.indexOf(this.to) > INTEGERS.indexOf(this.from))
				|| (INTEGERS.contains(this.from) && base(this.to).equals("numeric"));
	}

	/**
	 * Return whether both are one type but for its size, so that what is computed from a
	 * column is read as before.
	 * @return true if they are
	 */
	public boolean isSameFamily() {
		return base(this.from).equals(base(this.to));
	}

	/**
	 * Return whether values of both types compare, so that a foreign key between them
	 * holds while one of them changes.
	 * @return true if they do
	 */
	public boolean keepsForeignKeys() {
		String before = base(this.from);
		String after = base(this.to);
		return before.equals(after) || (INTEGERS.contains(before) && INTEGERS.contains(after))
				|| (isText(before) && isText(after));
	}

	private static boolean isText(String type) {
		return List.of("text", "varchar", "char", "citext").contains(type);
	}

	private static boolean isNumber(String type) {
		return INTEGERS.contains(type) || List.of("numeric", "real", "double precision").contains(type);
	}

	private static String base(String type) {
		Matcher sized = SIZED.matcher(type);
		return sized.matches() ? sized.group(1) + sized.group(4) : type;
	}

	private static int size(String type, int group) {
		Matcher sized = SIZED.matcher(type);
		return (sized.matches() && sized.group(group) != null) ? Integer.parseInt(sized.group(group)) : 0;
	}

}
