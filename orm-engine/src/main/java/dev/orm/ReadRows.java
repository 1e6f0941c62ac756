package dev.orm;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Rows that are read when they are asked for, each time anew. A queryset is that; a
 * manager is not, as in Django: {@code all()} makes one of it.
 *
 * @param <V> the rows
 */
public interface ReadRows<V> extends Iterable<V> {

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 */
	List<V> list();

	/**
	 * Read all rows.
	 * @return an iterator over them
	 */
	@Override
	default Iterator<V> iterator() {
		return list().iterator();
	}

	@Override
	default void forEach(Consumer<? super V> action) {
		list().forEach(action);
	}

	/**
	 * Read all rows.
	 * @return a stream of them
	 */
	default Stream<V> stream() {
		return list().stream();
	}

}
