package dev.orm.expression;

import java.util.HexFormat;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;

/**
 * A key of a document as one segment of a path. Two underscores part segments and some
 * words are lookups, so a key that is not plain is written in letters and digits behind a
 * letter nobody begins a name with: the segment is one, no lookup is called so, and it
 * may be part of the name of a column. Typed paths encode, whatever follows keys decodes.
 */
public final class PathKey {

	/** Begins a segment, and within it the code of a character. */
	private static final char MARK = '\uA7FE';

	private static final int CODE = 4;

	private PathKey() {
	}

	/**
	 * Write a key as a segment.
	 * @param key any text
	 * @return the segment
	 */
	public static String encode(String key) {
		StringBuilder segment = new StringBuilder(key.length() + 1).append(MARK);
		for (int i = 0; i < key.length(); i++) {
			char at = key.charAt(i);
			if (Character.isLetterOrDigit(at) && at != MARK) {
				segment.append(at);
			}
			else {
				segment.append(MARK).append("%04x".formatted((int) at));
			}
		}
		return segment.toString();
	}

	/**
	 * Return whether a segment was made by {@link #encode}.
	 * @param segment a segment of a path
	 * @return true if it was
	 */
	public static boolean isEncoded(String segment) {
		return !segment.isEmpty() && segment.charAt(0) == MARK;
	}

	/**
	 * Read the key a segment stands for.
	 * @param segment a segment of a path
	 * @return the key; the segment itself if it is not encoded
	 * @throws QueryValueException if it looks encoded and was not made by {@link #encode}
	 */
	public static String decode(String segment) {
		if (!isEncoded(segment)) {
			return segment;
		}
		StringBuilder key = new StringBuilder(segment.length());
		for (int i = 1; i < segment.length(); i++) {
			char at = segment.charAt(i);
			if (at == MARK) {
				key.append(character(segment, i + 1));
				i += CODE;
			}
			else {
				key.append(at);
			}
		}
		return key.toString();
	}

	private static char character(String segment, int start) {
		String code = segment.substring(start, Math.min(start + CODE, segment.length()));
		if (code.length() < CODE || !code.chars().allMatch(HexFormat::isHexDigit)) {
			throw new QueryValueException(
					"'%s' stands for no key: behind '%s' it has '%s', not four hexadecimal digits. hint: encode(key) makes what can be read again"
						.formatted(segment, MARK, code),
					Subject.ofPath("", segment));
		}
		return (char) Integer.parseInt(code, 16);
	}

}
