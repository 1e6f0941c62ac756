package dev.orm.journal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.schema.FactException;

/**
 * The version of a migration, compared number by number as Flyway does: {@code 0007},
 * {@code 1.4}, {@code 20260101120000}. Immutable.
 *
 * @param text as it is written
 */
public record Version(String text) implements Comparable<Version> {

	private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

	/** Before all migrations; Django's {@code zero}. */
	public static final Version ZERO = new Version("0");

	/**
	 * Create a version.
	 * @throws FactException if the text is none
	 */
	public Version {
		if (!FORM.matcher(text).matches()) {
			throw new FactException("'%s' is no version: numbers, with points between".formatted(text));
		}
	}

	/**
	 * Return the version that follows, written with as many digits.
	 * @return the version with its last number one higher
	 */
	public Version next() {
		int last = Math.max(this.text.lastIndexOf('.'), this.text.lastIndexOf('_')) + 1;
		String number = this.text.substring(last);
		String next = new BigInteger(number).add(BigInteger.ONE).toString();
		String zeros = "0".repeat(Math.max(0, number.length() - next.length()));
		return new Version(this.text.substring(0, last) + zeros + next);
	}

	private List<BigInteger> numbers() {
		return Arrays.stream(this.text.split("[._]")).map(BigInteger::new).toList();
	}

	@Override
	public int compareTo(Version other) {
		List<BigInteger> mine = numbers();
		List<BigInteger> theirs = other.numbers();
		for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
			int order = at(mine, i).compareTo(at(theirs, i));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private static BigInteger at(List<BigInteger> numbers, int index) {
		return (index < numbers.size()) ? numbers.get(index) : BigInteger.ZERO;
	}

	/**
	 * Return whether both are one version to Flyway, however they are written.
	 * @param other another version
	 * @return true if they are
	 */
	public boolean isSame(Version other) {
		return compareTo(other) == 0;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
