package dev.orm.meta.embedded;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.row.StoredValueException;
import dev.orm.type.RecordParts;
import org.jspecify.annotations.Nullable;

/**
 * A record that is embedded in a model, or in another record there, as a whole: strings
 * name it, callers give it and are given it. Its columns are fields of their own.
 * Immutable and thread-safe.
 *
 * @param model the model
 * @param path its path in the model, such as {@code price} or {@code sender__city}
 * @param type its class
 * @param columns the fields of its columns, in the order of its components
 */
public record EmbeddedRecord(EntityModel model, String path, Class<?> type, List<FieldModel> columns) {

	private static final String SEPARATOR = "__";

	public EmbeddedRecord {
		columns = List.copyOf(columns);
	}

	/**
	 * Find a record by its path.
	 * @param model the model
	 * @param path the path
	 * @return the record; empty if the path is that of a column, or of nothing
	 */
	public static Optional<EmbeddedRecord> find(EntityModel model, String path) {
		List<FieldModel> columns = model.fields()
			.stream()
			.filter((field) -> field.name().startsWith(path + SEPARATOR))
			.toList();
		Class<?> type = columns.isEmpty() ? null : type(model.concrete().javaType(), path.split(SEPARATOR));
		return (type != null) ? Optional.of(new EmbeddedRecord(model, path, type, columns)) : Optional.empty();
	}

	private static @Nullable Class<?> type(Class<?> model, String[] names) {
		Class<?> type = attribute(model, names[0]);
		for (int i = 1; i < names.length && type != null; i++) {
			String name = names[i];
			type = type.isRecord() ? Arrays.stream(type.getRecordComponents())
				.filter((component) -> component.getName().equals(name))
				.<Class<?>>map(RecordComponent::getType)
				.findFirst()
				.orElse(null) : null;
		}
		return (type != null && type.isRecord()) ? type : null;
	}

	private static @Nullable Class<?> attribute(Class<?> model, String name) {
		return Stream.<Class<?>>iterate(model, Objects::nonNull, Class::getSuperclass)
			.flatMap((level) -> Arrays.stream(level.getDeclaredFields()))
			.filter((field) -> field.getName().equals(name))
			.<Class<?>>map(Field::getType)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Take a record apart.
	 * @param given the record
	 * @return the values of its columns, in order
	 * @throws QueryValueException if it is no record of the class
	 */
	public List<@Nullable Object> parts(Object given) {
		require(given);
		List<@Nullable Object> parts = new ArrayList<>(this.columns.size());
		for (FieldModel column : this.columns) {
			parts.add(part(given, column));
		}
		return parts;
	}

	/**
	 * Return what a record has for a column.
	 * @param given the record; null for none
	 * @param column one of its columns
	 * @return the value; null if the record, or one in it, is not there
	 * @throws QueryValueException if it is no record of the class
	 */
	public @Nullable Object part(@Nullable Object given, FieldModel column) {
		Object value = given;
		if (value != null) {
			require(value);
		}
		for (String name : relative(column).split(SEPARATOR)) {
			value = (value != null) ? RecordParts.of(value.getClass()).part(value, name) : null;
		}
		return value;
	}

	private void require(Object given) {
		if (!this.type.isInstance(given)) {
			throw new QueryValueException(
					"%s.%s is a %s, and is compared with such records and given such: not %s".formatted(this.model,
							this.path, this.type.getSimpleName(), given.getClass().getSimpleName()),
					Subject.ofPath(this.model.name(), this.path))
				.of(given);
		}
	}

	/**
	 * Return the path of a column within the record.
	 * @param column one of its columns
	 * @return the path, such as {@code amount}
	 */
	public String relative(FieldModel column) {
		return column.name().substring(this.path.length() + SEPARATOR.length());
	}

	/**
	 * Put a record together of its columns.
	 * @param values their values, in order
	 * @return the record; null if all of them are NULL
	 * @throws StoredValueException if only some are that must not be
	 */
	public @Nullable Object made(List<? extends @Nullable Object> values) {
		return made(this.type, this.path, values);
	}

	private @Nullable Object made(Class<?> record, String prefix, List<? extends @Nullable Object> values) {
		if (values.stream().allMatch(Objects::isNull)) {
			return null;
		}
		RecordComponent[] components = record.getRecordComponents();
		@Nullable Object[] arguments = new Object[components.length];
		int place = 0;
		for (int i = 0; i < components.length; i++) {
			String path = prefix + SEPARATOR + components[i].getName();
			int size = size(path);
			List<? extends @Nullable Object> own = values.subList(place, place + size);
			boolean column = this.model.field(path).isPresent();
			arguments[i] = column ? own.get(0) : made(components[i].getType(), path, own);
			if (arguments[i] == null && !isNullable(components[i])) {
				throw new StoredValueException("%s.%s".formatted(this.model, this.path),
						"%s: some of its columns are NULL, some are not".formatted(record.getName()), List.of());
			}
			place += size;
		}
		return create(record, components, arguments);
	}

	private int size(String path) {
		return (int) this.columns.stream()
			.filter((column) -> column.name().equals(path) || column.name().startsWith(path + SEPARATOR))
			.count();
	}

	private static boolean isNullable(RecordComponent component) {
		return isMarked(component) || isMarked(component.getAnnotatedType()) || isMarked(component.getAccessor());
	}

	private static boolean isMarked(AnnotatedElement element) {
		return Arrays.stream(element.getAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	private static Object create(Class<?> record, RecordComponent[] components, @Nullable Object[] arguments) {
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = record.getDeclaredConstructor(types);
			constructor.trySetAccessible();
			return constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("%s cannot be made of %s".formatted(record.getName(),
					Collections.unmodifiableList(Arrays.asList(components))), ex);
		}
	}

}
