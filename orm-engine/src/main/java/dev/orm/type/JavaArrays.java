package dev.orm.type;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Turns Java arrays and sets into lists and back. */
final class JavaArrays {

	private JavaArrays() {
	}

	static List<@Nullable Object> list(Object values) {
		if (values instanceof Collection<?> collection) {
			return new ArrayList<>(collection);
		}
		int length = Array.getLength(values);
		List<@Nullable Object> list = new ArrayList<>(length);
		for (int i = 0; i < length; i++) {
			list.add(Array.get(values, i));
		}
		return list;
	}

	static Set<@Nullable Object> set(List<?> values) {
		Set<@Nullable Object> set = new LinkedHashSet<>(values);
		if (set.size() != values.size()) {
			throw new IllegalArgumentException("an element stands in it twice");
		}
		return Collections.unmodifiableSet(set);
	}

	static Object array(Class<?> component, List<?> values) {
		Object array = Array.newInstance(component, values.size());
		for (int i = 0; i < values.size(); i++) {
			Object value = values.get(i);
			if (value == null && component.isPrimitive()) {
				throw new IllegalArgumentException("an element is null");
			}
			Array.set(array, i, value);
		}
		return array;
	}

}
