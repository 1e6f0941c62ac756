package dev.orm.expression.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;

/**
 * Says what of the components of a record the text of a lookup may depend on: the columns
 * of an embedded one are compared with them, and with null by {@code IS NULL}.
 */
final class RecordCategory {

	/** Kept by the classes themselves, so that they go with them. */
	private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {

		@Override
		protected List<Method> computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
		}

	};

	private RecordCategory() {
	}

	/** Describe what a lookup compares with, if that is a record. */
	static void describe(Node compared, Shape.Builder tokens) {
		if (compared instanceof Atom.Literal literal && literal.value() instanceof Record record
				&& !(record instanceof Range<?>)) {
			describe(record, tokens);
		}
	}

	private static void describe(Record record, Shape.Builder tokens) {
		for (Method accessor : ACCESSORS.get(record.getClass())) {
			if (!accessor.trySetAccessible()) {
				// nobody may look into it, so that each is a shape of its own
				tokens.add(record);
				return;
			}
			Object part = read(accessor, record);
			ValueCategory.describe(part, tokens);
			if (part instanceof Record inner && !(part instanceof Range<?>)) {
				describe(inner, tokens);
			}
		}
	}

	private static @Nullable Object read(Method accessor, Record value) {
		try {
			return accessor.invoke(value);
		}
		catch (InvocationTargetException | IllegalAccessException ex) {
			throw new IllegalStateException("%s of %s cannot be read".formatted(accessor.getName(), value.getClass()),
					ex);
		}
	}

}
