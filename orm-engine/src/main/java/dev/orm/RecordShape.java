package dev.orm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;

/** Makes records of rows, by the names of their components. */
final class RecordShape<X extends Record> {

	private final Constructor<X> constructor;

	private final RecordComponent[] components;

	private final @Nullable RecordShape<?>[] nested;

	RecordShape(Class<X> type) {
		this.components = type.getRecordComponents();
		this.constructor = constructor(type, this.components);
		this.nested = Arrays.stream(this.components).map(RecordShape::nested).toArray(RecordShape<?>[]::new);
	}

	@SuppressWarnings("unchecked")
	private static @Nullable RecordShape<?> nested(RecordComponent component) {
		return component.getType().isRecord() && component.getType() != Range.class
				? new RecordShape<>((Class<? extends Record>) component.getType()) : null;
	}

	private static <X> Constructor<X> constructor(Class<X> type, RecordComponent[] components) {
		try {
			Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			Constructor<X> found = type.getDeclaredConstructor(types);
			found.setAccessible(true);
			return found;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The component a column of that name fills; null if none does.
	 */
	@Nullable RecordComponent component(String name) {
		int dots = name.indexOf("__");
		String own = (dots < 0) ? name : name.substring(0, dots);
		for (int i = 0; i < this.components.length; i++) {
			if (this.components[i].getName().equals(own)) {
				RecordShape<?> inner = this.nested[i];
				return (dots < 0) ? this.components[i]
						: (inner != null) ? inner.component(name.substring(dots + 2)) : null;
			}
		}
		return null;
	}

	X create(Row row) {
		return create(row, "");
	}

	private X create(Row row, String prefix) {
		List<@Nullable Object> arguments = new ArrayList<>();
		for (int i = 0; i < this.components.length; i++) {
			arguments.add(argument(row, prefix + this.components[i].getName(), this.nested[i]));
		}
		try {
			return this.constructor.newInstance(arguments.toArray());
		}
		catch (InvocationTargetException ex) {
			throw new FieldException(
					"%s refused the row %s".formatted(this.constructor.getDeclaringClass().getName(), row),
					ex.getCause());
		}
		catch (ReflectiveOperationException | IllegalArgumentException ex) {
			throw new FieldException("%s cannot be made of the row %s: the classes of its components differ"
				.formatted(this.constructor.getDeclaringClass().getName(), row), ex);
		}
	}

	private static @Nullable Object argument(Row row, String name, @Nullable RecordShape<?> nested) {
		if (nested != null && !row.names().contains(name)) {
			String prefix = name + "__";
			boolean absent = row.names()
				.stream()
				.filter((own) -> own.startsWith(prefix))
				.allMatch((own) -> row.get(own) == null);
			return absent ? null : nested.create(row, prefix);
		}
		return row.get(name);
	}

}
