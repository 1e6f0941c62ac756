package dev.orm;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Makes records of rows, by the names of their components. Thread-safe; made once for
 * each class, which keeps it, so that it goes with the class.
 */
final class RecordShape<X extends Record> {

	private static final ClassValue<RecordShape<?>> SHAPES = new ClassValue<>() {

		@Override
		@SuppressWarnings("unchecked")
		protected RecordShape<?> computeValue(Class<?> type) {
			return new RecordShape<>((Class<? extends Record>) type);
		}

	};

	private final Constructor<X> constructor;

	private final RecordComponent[] components;

	private RecordShape(Class<X> type) {
		this.components = type.getRecordComponents();
		this.constructor = constructor(type, this.components);
	}

	@SuppressWarnings("unchecked")
	static <X extends Record> RecordShape<X> of(Class<X> type) {
		return (RecordShape<X>) SHAPES.get(type);
	}

	/** The shape of a record inside; null if it is a value. */
	private static @Nullable RecordShape<?> nested(RecordComponent component) {
		Class<?> type = component.getType();
		return (type.isRecord() && type != Range.class) ? SHAPES.get(type) : null;
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
		for (RecordComponent component : this.components) {
			if (component.getName().equals(own)) {
				RecordShape<?> inner = (dots < 0) ? null : nested(component);
				return (dots < 0) ? component : (inner != null) ? inner.component(name.substring(dots + 2)) : null;
			}
		}
		return null;
	}

	X create(Row row) {
		return create(row, "");
	}

	private X create(Row row, String prefix) {
		List<@Nullable Object> arguments = new ArrayList<>();
		for (RecordComponent component : this.components) {
			arguments.add(argument(row, prefix + component.getName(), component));
		}
		try {
			return this.constructor.newInstance(arguments.toArray());
		}
		catch (InvocationTargetException ex) {
			throw new FieldException(
					"%s refused a row of %s".formatted(this.constructor.getDeclaringClass().getName(), row.names()),
					Subject.ofArgument(this.constructor.getDeclaringClass().getName()), ex.getCause());
		}
		catch (ReflectiveOperationException | IllegalArgumentException ex) {
			throw new FieldException("%s cannot be made of a row of %s: the classes of its components differ"
				.formatted(this.constructor.getDeclaringClass().getName(), row.names()), misfit(arguments), ex);
		}
	}

	/** The first component that does not take what the row has for it. */
	private Subject misfit(List<@Nullable Object> arguments) {
		String record = this.constructor.getDeclaringClass().getName();
		for (int i = 0; i < this.components.length; i++) {
			if (!ClassUtils.isAssignableValue(this.components[i].getType(), arguments.get(i))) {
				return Subject.ofAttribute("", this.components[i].getName()).by(record);
			}
		}
		return Subject.ofArgument(record);
	}

	private static @Nullable Object argument(Row row, String name, RecordComponent component) {
		RecordShape<?> nested = row.names().contains(name) ? null : nested(component);
		if (nested == null) {
			return row.get(name);
		}
		String prefix = name + "__";
		List<String> columns = row.names().stream().filter((own) -> own.startsWith(prefix)).toList();
		if (columns.isEmpty() && !mayLack(component)) {
			return row.get(name);
		}
		return columns.stream().allMatch((own) -> row.get(own) == null) ? null : nested.create(row, prefix);
	}

	/** A record that holds its own kind ends somewhere. */
	private static boolean mayLack(RecordComponent component) {
		return Arrays.stream(component.getAnnotatedType().getAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

}
