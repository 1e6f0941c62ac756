package dev.orm.codec;

/**
 * How a row is read without asking the codec of each value: the usual classes have a
 * getter of their own, which the JVM compiles into the loop over the columns.
 */
public enum Wire {

	/** A {@link Short}. */
	SHORT,
	/** An {@link Integer}. */
	INTEGER,
	/** A {@link Long}. */
	LONG,
	/** A {@link Double}. */
	DOUBLE,
	/** A {@link java.math.BigDecimal}. */
	DECIMAL,
	/** A {@link Boolean}. */
	BOOLEAN,
	/** A {@link String}. */
	TEXT,
	/** A {@link java.time.LocalDate}. */
	DATE,
	/** An {@link java.time.Instant}. */
	INSTANT,
	/** An {@link java.time.OffsetDateTime} in UTC. */
	OFFSET,
	/** Whatever the codec makes of the column. */
	CODEC

}
