package dev.orm.observe;

import java.util.HexFormat;

/** Short names of statements: hashes of their texts. */
public final class StatementId {

	private StatementId() {
	}

	/**
	 * Return the short name of a statement.
	 * @param sql its text
	 * @return eight hexadecimal digits, the same in each process
	 */
	public static String of(String sql) {
		return HexFormat.of().toHexDigits(sql.hashCode());
	}

}
