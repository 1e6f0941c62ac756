package dev.orm.schema;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells a text from another one, at the speed of reading it: for what somebody changed,
 * not for what somebody forged.
 */
public final class TextDigest {

	private TextDigest() {
	}

	/**
	 * Return the digest of a text.
	 * @param text the text
	 * @return 16 hexadecimal digits
	 */
	public static String of(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return digits(new CRC32(), bytes) + digits(new CRC32C(), bytes);
	}

	private static String digits(Checksum sum, byte[] bytes) {
		sum.update(bytes, 0, bytes.length);
		String digits = Long.toHexString(sum.getValue());
		return "0".repeat(8 - digits.length()) + digits;
	}

}
