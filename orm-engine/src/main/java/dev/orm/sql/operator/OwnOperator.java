package dev.orm.sql.operator;

import java.util.regex.Pattern;

/**
 * An operator that the engine knows by its symbol alone: of an extension, or of the
 * application's own.
 *
 * @param symbol the symbol, such as {@code <=>}
 */
public record OwnOperator(String symbol) implements SqlOperator {

	/** Two signs in it would begin a comment. */
	private static final Pattern SYMBOL = Pattern.compile("(?!.*(--|/\\*))[-+*/<>=~!@#%^&|`?]+");

	/**
	 * Create it.
	 * @throws IllegalArgumentException if PostgreSQL would not take the symbol for one
	 * operator
	 */
	public OwnOperator {
		if (!SYMBOL.matcher(symbol).matches()) {
			throw new IllegalArgumentException(
					"'%s' is no operator. hint: a symbol such as <=>, or a Call of a function".formatted(symbol));
		}
	}

}
