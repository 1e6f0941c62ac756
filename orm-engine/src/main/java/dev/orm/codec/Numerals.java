package dev.orm.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Texts and exact numbers, looked at before anything is computed of them: a short text
 * such as {@code 1e1000000000} may stand for more digits than a computer holds.
 */
public final class Numerals {

	/** The most digits before the point of a {@code numeric}. */
	private static final int MAX_WHOLE = 131_072;

	/** The most digits after the point of a {@code numeric}. */
	private static final int MAX_SCALE = 16_383;

	/** More digits than any {@code long} has. */
	private static final int BEYOND_LONG = 20;

	/**
	 * The digits PostgreSQL makes of a {@code double precision} for a {@code numeric}.
	 */
	private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

	/** The same of a {@code real}. */
	private static final MathContext REAL = new MathContext(6, RoundingMode.HALF_EVEN);

	private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

	private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);

	private Numerals() {
	}

	/**
	 * Read an exact number.
	 * @param text the text
	 * @return the number, of a size a {@code numeric} can hold
	 * @throws NumberFormatException if the text is none
	 * @throws dev.orm.error.ValueOutOfRangeException if no column could hold it
	 */
	public static BigDecimal parse(String text) {
		String digits = text.strip();
		if (digits.length() > MAX_WHOLE + MAX_SCALE) {
			throw Refusals.outOfRange(text, "numeric");
		}
		return checked((digits.length() > LongDigits.LONG) ? LongDigits.parse(digits) : new BigDecimal(digits));
	}

	/**
	 * Refuse a number that no {@code numeric} holds.
	 * @param number the number
	 * @return the number; zero without its exponent
	 * @throws dev.orm.error.ValueOutOfRangeException if no column could hold it
	 */
	static BigDecimal checked(BigDecimal number) {
		if (number.signum() == 0 && number.scale() < 0) {
			return BigDecimal.ZERO;
		}
		if (wholeDigits(number) > MAX_WHOLE || number.scale() > MAX_SCALE) {
			throw Refusals.outOfRange(number, "numeric");
		}
		return number;
	}

	private static long wholeDigits(BigDecimal number) {
		return (long) number.precision() - number.scale();
	}

	/**
	 * Return whether a number has digits behind the point that are not zero.
	 * @param number the number, of any size
	 * @return true if it has
	 */
	public static boolean isFraction(BigDecimal number) {
		if (number.signum() == 0 || number.scale() <= 0) {
			return false;
		}
		return wholeDigits(number) <= 0 || number.stripTrailingZeros().scale() > 0;
	}

	/**
	 * Round to the nearest whole number a {@code long} holds.
	 * @param number the number, of any size
	 * @param mode towards which side
	 * @return the whole number
	 */
	public static long toLong(BigDecimal number, RoundingMode mode) {
		long digits = (number.signum() == 0) ? 1 : wholeDigits(number);
		if (digits >= BEYOND_LONG) {
			return (number.signum() > 0) ? Long.MAX_VALUE : Long.MIN_VALUE;
		}
		// nothing before the point: the sign alone says where it rounds to
		BigDecimal small = (digits < 0) ? BigDecimal.valueOf(number.signum(), 1) : number;
		return small.setScale(0, mode).min(MAX_LONG).max(MIN_LONG).longValue();
	}

	/**
	 * Return whether a stored number is the same after it was read as a double and
	 * written back.
	 * @param value the double that was read
	 * @param stored the text of the number, as the database shows it
	 * @return true if it is
	 */
	public static boolean isHeld(double value, String stored) {
		if (!Double.isFinite(value)) {
			return stored.equals(Double.toString(value));
		}
		return new BigDecimal(value, DOUBLE).compareTo(parse(stored)) == 0;
	}

	static boolean isHeld(float value, BigDecimal stored) {
		return Float.isFinite(value) && new BigDecimal(value, REAL).compareTo(stored) == 0;
	}

	static boolean fitsLong(BigDecimal number) {
		return wholeDigits(number) < BEYOND_LONG && number.compareTo(MAX_LONG) <= 0 && number.compareTo(MIN_LONG) >= 0;
	}

	/**
	 * Take a whole number as such.
	 * @param number the number
	 * @return the number
	 * @throws ArithmeticException if it has a fraction
	 * @throws dev.orm.error.ValueConversionException if it has more digits than any
	 * column
	 */
	public static BigInteger toBigInteger(BigDecimal number) {
		return checked(number).toBigIntegerExact();
	}

	/**
	 * Reads numbers of very many digits by halves, as the JDK's own reading takes time by
	 * the square of their number.
	 */
	private static final class LongDigits {

		/** From how many characters on halves are faster. */
		static final int LONG = 2_000;

		private LongDigits() {
		}

		/**
		 * Read an exact number.
		 * @param text digits with a sign, a point and an exponent as far as there are any
		 * @return what {@code new BigDecimal(text)} would
		 * @throws NumberFormatException if it is none
		 */
		static BigDecimal parse(String text) {
			int exponent = exponentAt(text);
			String digits = text.substring(0, exponent);
			int point = digits.indexOf('.');
			int scale = (point >= 0) ? digits.length() - point - 1 : 0;
			String whole = (point >= 0) ? digits.substring(0, point) + digits.substring(point + 1) : digits;
			BigDecimal read = new BigDecimal(signed(whole), scale);
			return (exponent < text.length()) ? scaled(read, new BigDecimal("1" + text.substring(exponent))) : read;
		}

		private static int exponentAt(String text) {
			int at = Math.max(text.indexOf('e'), text.indexOf('E'));
			return (at >= 0) ? at : text.length();
		}

		private static BigDecimal scaled(BigDecimal read, BigDecimal power) {
			return new BigDecimal(read.unscaledValue(), Math.addExact(read.scale(), power.scale()));
		}

		private static BigInteger signed(String digits) {
			boolean negative = digits.startsWith("-");
			String plain = (negative || digits.startsWith("+")) ? digits.substring(1) : digits;
			if (plain.isEmpty() || !plain.chars().allMatch(Character::isDigit)) {
				throw new NumberFormatException("Not a number of " + digits.length() + " characters");
			}
			BigInteger read = halves(plain);
			return negative ? read.negate() : read;
		}

		private static BigInteger halves(String digits) {
			if (digits.length() <= LONG) {
				return new BigInteger(digits);
			}
			int upper = digits.length() / 2;
			int lower = digits.length() - upper;
			return halves(digits.substring(0, upper)).multiply(BigInteger.TEN.pow(lower))
				.add(halves(digits.substring(upper)));
		}

	}

}
