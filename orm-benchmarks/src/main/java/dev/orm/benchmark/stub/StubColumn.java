package dev.orm.benchmark.stub;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;

/** The columns of the order table, as PostgreSQL's driver describes them. */
enum StubColumn {

	ID(Types.BIGINT, "int8", Long.class, "1001"),

	NUMBER(Types.VARCHAR, "varchar", String.class, "text"),

	STATUS(Types.VARCHAR, "varchar", String.class, "text"),

	TOTAL(Types.NUMERIC, "numeric", BigDecimal.class, "1234.50"),

	QUANTITY(Types.INTEGER, "int4", Integer.class, "1"),

	WEIGHT(Types.DOUBLE, "float8", Double.class, "1.5"),

	PAID(Types.BIT, "bool", Boolean.class, "t"),

	ORDERED_ON(Types.DATE, "date", Date.class, "2026-01-01"),

	CREATED_AT(Types.TIMESTAMP, "timestamptz", Timestamp.class, "2026-01-01 12:00:00.123456+00"),

	CUSTOMER_ID(Types.BIGINT, "int8", Long.class, "1001"),

	/** What a library asks to learn which database it has. */
	VERSION(Types.VARCHAR, "text", String.class, "PostgreSQL 18.0 (stub)");

	private final int type;

	private final String typeName;

	private final Class<?> javaType;

	private final String text;

	StubColumn(int type, String typeName, Class<?> javaType, String text) {
		this.type = type;
		this.typeName = typeName;
		this.javaType = javaType;
		this.text = text;
	}

	int type() {
		return this.type;
	}

	String typeName() {
		return this.typeName;
	}

	Class<?> javaType() {
		return this.javaType;
	}

	/** The value as text, as the driver renders it. */
	String text() {
		return this.text;
	}

}
