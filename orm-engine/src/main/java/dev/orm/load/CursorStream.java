package dev.orm.load;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes streams of cursors. */
public final class CursorStream {

	private CursorStream() {
	}

	/**
	 * Make a stream that closes its cursor.
	 * @param <T> what it reads
	 * @param rows the rows
	 * @param close closes the cursor
	 * @return the stream; close it
	 */
	public static <T> Stream<T> of(Iterator<T> rows, Runnable close) {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
			.onClose(close);
	}

}
