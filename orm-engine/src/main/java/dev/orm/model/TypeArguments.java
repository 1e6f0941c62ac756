package dev.orm.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Finds what a class says its generic ancestor works on. */
public final class TypeArguments {

	private TypeArguments() {
	}

	/**
	 * Return the class a subclass gives for a type variable of its ancestor, directly or
	 * through the classes between them.
	 * @param subclass the subclass
	 * @param ancestor the ancestor
	 * @param index the place of the variable among the ancestor's
	 * @return the class; null if the subclass leaves it open
	 */
	public static @Nullable Class<?> of(Class<?> subclass, Class<?> ancestor, int index) {
		Type argument = find(subclass, ancestor, index);
		Type raw = (argument instanceof ParameterizedType generic) ? generic.getRawType() : argument;
		return (raw instanceof Class<?> type) ? type : null;
	}

	private static @Nullable Type find(Class<?> subclass, Class<?> ancestor, int index) {
		if (subclass.getSuperclass() == ancestor) {
			return given(subclass, index);
		}
		Type argument = find(subclass.getSuperclass(), ancestor, index);
		if (!(argument instanceof TypeVariable<?> variable)) {
			return argument;
		}
		return given(subclass, Arrays.asList(subclass.getSuperclass().getTypeParameters()).indexOf(variable));
	}

	private static @Nullable Type given(Class<?> subclass, int index) {
		return (subclass.getGenericSuperclass() instanceof ParameterizedType parent)
				? parent.getActualTypeArguments()[index] : null;
	}

}
