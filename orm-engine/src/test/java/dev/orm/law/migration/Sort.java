package dev.orm.law.migration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import dev.orm.model.ForeignKey;
import dev.orm.model.OneToOne;
import dev.orm.schema.TypeSpelling;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;

/** The types of attributes; changes lead to types that hold the values. */
enum Sort {

	INTEGER(Integer.class, 0, 0, 0, "7"), BIGINT(Long.class, 0, 0, 0, "1"), NUMERIC(BigDecimal.class, 0, 10, 2, "1.50"),
	WIDE(BigDecimal.class, 0, 12, 2, "2.50"), SHORT(String.class, 20, 0, 0, "'short'"),
	LONG(String.class, 40, 0, 0, "'long'"), TEXT(String.class, 0, 0, 0, "'text'"), FLAG(Boolean.class, 0, 0, 0, "true"),
	DAY(LocalDate.class, 0, 0, 0, "'2026-01-02'"), MOMENT(Instant.class, 0, 0, 0, "'2026-01-02 00:00:00+00'"),
	UUID_VALUE(UUID.class, 0, 0, 0, "'11111111-1111-1111-1111-111111111111'"),
	JSON(String.class, 0, 0, 0, "'{\"a\": 1}'"), TO_ONE(ForeignKey.class, 0, 0, 0, null),
	ONE_TO_ONE(OneToOne.class, 0, 0, 0, null);

	private static final Map<Sort, List<Sort>> NEXT = new HashMap<>(Map.of(INTEGER, List.of(BIGINT, NUMERIC, TEXT),
			BIGINT, List.of(WIDE, TEXT), NUMERIC, List.of(WIDE, TEXT), SHORT, List.of(LONG, TEXT), LONG, List.of(TEXT),
			FLAG, List.of(TEXT, INTEGER), DAY, List.of(MOMENT, TEXT), UUID_VALUE, List.of(TEXT)));

	private final Class<?> javaType;

	private final int length;

	private final int precision;

	private final int scale;

	private final String sample;

	Sort(Class<?> javaType, int length, int precision, int scale, String sample) {
		this.javaType = javaType;
		this.length = length;
		this.precision = precision;
		this.scale = scale;
		this.sample = sample;
	}

	Class<?> javaType() {
		return this.javaType;
	}

	int length() {
		return this.length;
	}

	int precision() {
		return this.precision;
	}

	int scale() {
		return this.scale;
	}

	String sample() {
		return this.sample;
	}

	String columnType() {
		return (this == JSON) ? "jsonb" : "";
	}

	boolean isRelation() {
		return this == TO_ONE || this == ONE_TO_ONE;
	}

	boolean isText() {
		return this == SHORT || this == LONG || this == TEXT;
	}

	boolean isNumber() {
		return this == INTEGER || this == BIGINT || this == NUMERIC || this == WIDE;
	}

	Sort next(Random random) {
		List<Sort> next = NEXT.getOrDefault(this, List.of(this));
		return next.get(random.nextInt(next.size()));
	}

	String type() {
		return TypeSpelling.of(TypeRegistry.standard()
			.of(new TypeRequest(this.javaType, List.of(), columnType(), this.length, this.precision, this.scale, false,
					""))
			.sqlName());
	}

}
