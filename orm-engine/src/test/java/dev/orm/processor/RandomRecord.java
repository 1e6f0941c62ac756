package dev.orm.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record made up by chance: its source, and values of it. In its values something is
 * null only where {@code @Nullable} says so, and a record that may be null is not one of
 * nulls, which could not be told from null.
 *
 * @param name the name of the class
 * @param components what it has
 */
record RandomRecord(String name, List<Component> components) {

	private static final List<String> TYPES = List.of("int", "long", "boolean", "double", "Integer", "String",
			"BigDecimal", "LocalDate", "UUID");

	/**
	 * Make one up.
	 * @param random where chance comes from
	 * @param name the name of the class; those of records in it begin with it
	 * @param depth how many records there may be in each other
	 */
	static RandomRecord of(Random random, String name, int depth) {
		List<Component> components = new ArrayList<>();
		int size = 1 + random.nextInt(3);
		for (int i = 0; i < size; i++) {
			boolean nested = depth > 1 && random.nextInt(3) > 0;
			RandomRecord inner = nested ? of(random, name + (char) ('A' + i), depth - 1) : null;
			String type = (inner != null) ? inner.name() : TYPES.get(random.nextInt(TYPES.size()));
			boolean primitive = Character.isLowerCase(type.charAt(0));
			components.add(new Component("c" + i, type, !primitive && random.nextBoolean(), inner));
		}
		return new RandomRecord(name, components);
	}

	/** The records, those within first. */
	String source() {
		StringBuilder source = new StringBuilder();
		List<String> declared = new ArrayList<>();
		for (Component component : this.components) {
			if (component.record() != null) {
				source.append(component.record().source());
			}
			declared.add((component.record() != null ? "@dev.orm.annotation.Embedded " : "")
					+ (component.nullable() ? "@Nullable " : "") + component.type() + " " + component.name());
		}
		return source + "public record " + this.name + "(" + String.join(", ", declared) + ") { }\n";
	}

	/** A value of the record, of its compiled class. */
	Object value(Random random, Class<?> type) {
		RecordComponent[] compiled = type.getRecordComponents();
		@Nullable Object[] values = new Object[compiled.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.components.get(i).value(random, compiled[i].getType());
		}
		return made(type, values);
	}

	/** A value, or null: always, where the record would be one of nulls. */
	@Nullable Object valueOrNull(Random random, Class<?> type) {
		Object value = value(random, type);
		return (random.nextInt(3) == 0 || isOfNulls(value)) ? null : value;
	}

	private static boolean isOfNulls(@Nullable Object value) {
		return value == null || (value instanceof Record && Arrays.stream(value.getClass().getRecordComponents())
			.allMatch((part) -> isOfNulls(read(part, value))));
	}

	private static @Nullable Object read(RecordComponent component, Object value) {
		try {
			return component.getAccessor().invoke(value);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object made(Class<?> type, @Nullable Object[] values) {
		try {
			return type.getDeclaredConstructors()[0].newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A component.
	 *
	 * @param name its name
	 * @param type its type, as written
	 * @param nullable whether it may be null
	 * @param record the record it is; null for a column
	 */
	record Component(String name, String type, boolean nullable, @Nullable RandomRecord record) {

		@Nullable Object value(Random random, Class<?> compiled) {
			if (this.record != null) {
				return this.nullable ? this.record.valueOrNull(random, compiled) : this.record.value(random, compiled);
			}
			return (this.nullable && random.nextBoolean()) ? null : column(random);
		}

		private Object column(Random random) {
			return switch (this.type) {
				case "int", "Integer" -> random.nextInt();
				case "long" -> random.nextLong();
				case "boolean" -> random.nextBoolean();
				case "double" -> random.nextDouble();
				case "String" -> "text " + random.nextInt(1000);
				case "BigDecimal" -> new BigDecimal(random.nextInt(1000)).movePointLeft(2);
				case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(20000));
				default -> new UUID(random.nextLong(), random.nextLong());
			};
		}

	}

}
