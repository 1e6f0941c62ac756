package dev.orm.type;

/**
 * The families of values the engine tells apart; what a lookup or an operator may do
 * depends on it.
 */
public enum Kind {

	/** 16-bit integer. */
	SMALLINT,
	/** 32-bit integer. */
	INTEGER,
	/** 64-bit integer. */
	BIGINT,
	/** Binary floating point. */
	FLOAT,
	/** Exact number. */
	DECIMAL,
	/** Text of any length, enums included. */
	TEXT,
	/** Truth value. */
	BOOLEAN,
	/** Calendar date. */
	DATE,
	/** Instant: {@code timestamp with time zone}. */
	DATETIME,
	/** Date and time of day without zone: {@code timestamp}. */
	LOCAL_DATETIME,
	/** Time of day. */
	TIME,
	/** Length of time: {@code interval}. */
	DURATION,
	/** UUID. */
	UUID,
	/** Bytes. */
	BINARY,
	/** JSON document: {@code jsonb}. */
	JSON,
	/** Texts by text: {@code hstore}. */
	HSTORE,
	/** Array of another type. */
	ARRAY,
	/** Range over another type. */
	RANGE,
	/** Text search document. */
	TSVECTOR,
	/** Text search query. */
	TSQUERY,
	/** IP address. */
	INET,
	/** Several columns, a composite key. */
	TUPLE,
	/** Not known. */
	UNKNOWN;

	/**
	 * Return whether values are whole numbers.
	 * @return true if they are
	 */
	public boolean isInteger() {
		return this == SMALLINT || this == INTEGER || this == BIGINT;
	}

	/**
	 * Return whether values are numbers.
	 * @return true if they are
	 */
	public boolean isNumber() {
		return isInteger() || this == FLOAT || this == DECIMAL;
	}

	/**
	 * Return whether values are points in time or parts of one.
	 * @return true if they are
	 */
	public boolean isTemporal() {
		return this == DATE || this == DATETIME || this == LOCAL_DATETIME || this == TIME;
	}

}
