package dev.orm.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.copy.CopyOption;

/**
 * How rows are written in a stream: the options of PostgreSQL's {@code COPY}. Immutable,
 * safe to share between threads.
 */
public final class Copy {

	private static final Pattern ENCODING = Pattern.compile("[A-Za-z0-9_-]+");

	private final Format format;

	private final List<CopyOption> options;

	private Copy(Format format, List<CopyOption> options) {
		this.format = format;
		this.options = List.copyOf(options);
	}

	/**
	 * Write values between commas. Nothing at all between them is NULL, {@code ""} the
	 * empty text.
	 * @return a format
	 */
	public static Copy csv() {
		return new Copy(Format.CSV, List.of(CopyOption.of("FORMAT csv")));
	}

	/**
	 * Write values between tabs, and NULL as {@code \N}.
	 * @return a format
	 */
	public static Copy text() {
		return new Copy(Format.TEXT, List.of(CopyOption.of("FORMAT text")));
	}

	/**
	 * Write values as PostgreSQL keeps them: faster to read back, of no use to others.
	 * @return a format
	 */
	public static Copy binary() {
		return new Copy(Format.BINARY, List.of(CopyOption.of("FORMAT binary")));
	}

	/**
	 * Let the first line name the columns. What is loaded skips it.
	 * @return a copy
	 * @throws QueryValueException if the format has no lines
	 */
	public Copy header() {
		return with(CopyOption.of("HEADER"));
	}

	/**
	 * Separate values by another character.
	 * @param separator one character of ASCII
	 * @return a copy
	 * @throws QueryValueException if it cannot separate values
	 */
	public Copy delimiter(char separator) {
		return with(new CopyOption("DELIMITER", character("separator", separator)));
	}

	/**
	 * Enclose texts in another character than a double quote.
	 * @param mark one character of ASCII
	 * @return a copy
	 * @throws QueryValueException if the format has no quotes
	 */
	public Copy quote(char mark) {
		if (this.format != Format.CSV) {
			throw new QueryValueException("Only csv() has quotes, not " + this, Subject.ofArgument("quote")).of(mark);
		}
		return with(new CopyOption("QUOTE", character("quote", mark)));
	}

	/**
	 * Write NULL as another text.
	 * @param text the text
	 * @return a copy
	 */
	public Copy nulls(String text) {
		return with(new CopyOption("NULL", text));
	}

	/**
	 * Write texts in another encoding than UTF-8.
	 * @param name PostgreSQL's name of it, such as {@code LATIN1}
	 * @return a copy
	 */
	public Copy encoding(String name) {
		if (!ENCODING.matcher(name).matches()) {
			throw new QueryValueException("'%s' is no encoding. hint: such as UTF8, LATIN1, WIN1252".formatted(name),
					Subject.ofArgument("encoding"))
				.of(name);
		}
		return with(new CopyOption("ENCODING", name));
	}

	private static String character(String argument, char character) {
		if ((character < ' ' && character != '\t') || character > '~') {
			throw new QueryValueException("COPY takes one character of ASCII, not U+%04X".formatted((int) character),
					Subject.ofArgument(argument))
				.of(character);
		}
		return String.valueOf(character);
	}

	/** An option that is given again replaces what it said. */
	private Copy with(CopyOption option) {
		if (this.format == Format.BINARY && !option.keyword().equals("ENCODING")) {
			throw new QueryValueException("binary() takes no %s: it is not made of lines".formatted(option.keyword()),
					Subject.ofArgument(option.keyword()));
		}
		List<CopyOption> all = new ArrayList<>(this.options);
		all.removeIf((known) -> known.keyword().equals(option.keyword()));
		all.add(option);
		return new Copy(this.format, all);
	}

	List<CopyOption> options() {
		return this.options;
	}

	@Override
	public String toString() {
		return this.format.name().toLowerCase(Locale.ROOT) + "()";
	}

	private enum Format {

		CSV, TEXT, BINARY

	}

}
