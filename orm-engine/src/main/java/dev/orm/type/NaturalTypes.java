package dev.orm.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import dev.orm.codec.IntervalCodecs;
import dev.orm.codec.NumberCodecs.BigIntegerCodec;
import org.jspecify.annotations.Nullable;

/** The type a Java class has where nothing else is said. */
final class NaturalTypes {

	static final ValueType BIG_INTEGER = new ValueType(Kind.DECIMAL, BigInteger.class, "numeric", null,
			new BigIntegerCodec());

	static final ValueType PERIOD = new ValueType(Kind.DURATION, Period.class, "interval", null,
			new IntervalCodecs.PeriodCodec());

	private static final Map<Class<?>, ValueType> TYPES = Map.ofEntries(Map.entry(short.class, ValueTypes.SMALLINT),
			Map.entry(Short.class, ValueTypes.SMALLINT), Map.entry(int.class, ValueTypes.INTEGER),
			Map.entry(Integer.class, ValueTypes.INTEGER), Map.entry(long.class, ValueTypes.BIGINT),
			Map.entry(Long.class, ValueTypes.BIGINT), Map.entry(double.class, ValueTypes.FLOAT),
			Map.entry(Double.class, ValueTypes.FLOAT), Map.entry(float.class, ValueTypes.REAL),
			Map.entry(Float.class, ValueTypes.REAL), Map.entry(BigDecimal.class, ValueTypes.DECIMAL),
			Map.entry(BigInteger.class, BIG_INTEGER), Map.entry(boolean.class, ValueTypes.BOOLEAN),
			Map.entry(Boolean.class, ValueTypes.BOOLEAN), Map.entry(String.class, ValueTypes.TEXT),
			Map.entry(LocalDate.class, ValueTypes.DATE), Map.entry(Instant.class, ValueTypes.DATETIME),
			Map.entry(OffsetDateTime.class, ValueTypes.OFFSET_DATETIME), Map.entry(Period.class, PERIOD),
			Map.entry(LocalDateTime.class, ValueTypes.LOCAL_DATETIME), Map.entry(LocalTime.class, ValueTypes.TIME),
			Map.entry(Duration.class, ValueTypes.DURATION), Map.entry(UUID.class, ValueTypes.UUID),
			Map.entry(byte[].class, ValueTypes.BINARY));

	private NaturalTypes() {
	}

	static @Nullable ValueType find(Class<?> type) {
		ValueType found = TYPES.get(type);
		if (found != null) {
			return found;
		}
		ValueType mapped = mapped(type);
		if (mapped != null) {
			return mapped;
		}
		Class<?> tree = ValueTypes.JSON.javaType();
		if (tree != Object.class && tree.isAssignableFrom(type)) {
			return ValueTypes.JSON;
		}
		return Enum.class.isAssignableFrom(type) ? ValueTypes.TEXT : null;
	}

	/** Regions of zones and addresses are subclasses nobody declares. */
	private static @Nullable ValueType mapped(Class<?> type) {
		ValueType found = MappedTypes.TYPES.get(type);
		if (found != null) {
			return found;
		}
		if (InetAddress.class.isAssignableFrom(type)) {
			return MappedTypes.TYPES.get(InetAddress.class);
		}
		return ZoneId.class.isAssignableFrom(type) ? MappedTypes.TYPES.get(ZoneId.class) : null;
	}

}
