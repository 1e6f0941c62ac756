package dev.orm;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes streams of cursors. */
final class Streams {

	private Streams() {
	}

	static <T> Stream<T> of(Iterator<T> rows) {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
	}

}
