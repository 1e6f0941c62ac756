package dev.orm.tree;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Makes names of results fit for a statement. PostgreSQL cuts a longer name without a
 * word, and two that begin alike would be one. Django's {@code truncate_name}.
 */
public final class SqlNames {

	/** PostgreSQL's limit; no database we know has a lower one. */
	private static final int MAX_BYTES = 63;

	private static final int DIGEST = 9;

	private SqlNames() {
	}

	/**
	 * Make a name fit.
	 * @param name the name
	 * @return the name, or its beginning and a digest of the whole where it is too long
	 */
	public static String of(String name) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		if (bytes.length <= MAX_BYTES) {
			return name;
		}
		CRC32 digest = new CRC32();
		digest.update(bytes);
		return beginning(name) + "_" + HexFormat.of().toHexDigits((int) digest.getValue());
	}

	private static String beginning(String name) {
		int end = Math.min(name.length(), MAX_BYTES - DIGEST);
		while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES - DIGEST) {
			end = name.offsetByCodePoints(end, -1);
		}
		return name.substring(0, end);
	}

}
