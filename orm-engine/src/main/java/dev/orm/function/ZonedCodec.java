package dev.orm.function;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import dev.orm.codec.Codec;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a local time in a known zone that is an instant to the caller. The zone is
 * applied in Java because PostgreSQL takes an ambiguous time at the end of summer for the
 * later one, Django and Java for the earlier.
 *
 * @param instant the type of the instants
 * @param zone the zone
 */
record ZonedCodec(ValueType instant, ZoneId zone) implements Codec {

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		LocalDateTime local = row.getObject(column, LocalDateTime.class);
		return (local != null) ? toInstant(local) : null;
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
		statement.setObject(index, toLocal(value), Types.TIMESTAMP);
	}

	@Override
	public Object convert(Object value) {
		return this.instant.codec().convert(value);
	}

	@Override
	public String write(Object value) {
		return toLocal(value).toString();
	}

	@Override
	public Object parse(String text) {
		return toInstant((LocalDateTime) ValueTypes.LOCAL_DATETIME.codec().parse(text));
	}

	private Object toInstant(LocalDateTime local) {
		return convert(local.atZone(this.zone).toInstant());
	}

	private LocalDateTime toLocal(Object value) {
		Instant point = (value instanceof OffsetDateTime offset) ? offset.toInstant() : (Instant) value;
		return LocalDateTime.ofInstant(point, this.zone);
	}

}
