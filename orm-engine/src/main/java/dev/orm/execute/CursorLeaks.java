package dev.orm.execute;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cursors with a connection of their own that nobody closed and nobody holds any more,
 * such as that of {@code stream(100).findFirst()}: their connections are taken back, and
 * the log names their statements. It has no thread; who runs statements looks. Thread-
 * safe.
 */
final class CursorLeaks {

	private static final Logger logger = LoggerFactory.getLogger(CursorLeaks.class);

	private final ReferenceQueue<RowCursor> lost = new ReferenceQueue<>();

	private final Set<Held> open = ConcurrentHashMap.newKeySet();

	/**
	 * Watch a cursor.
	 * @return to be run when it is closed
	 */
	Runnable watch(RowCursor cursor, CursorResources resources) {
		Held held = new Held(cursor, this.lost, resources);
		this.open.add(held);
		return () -> this.open.remove(held);
	}

	/** The statements of those that are open. */
	List<String> statements() {
		takeBack();
		return this.open.stream().map((held) -> held.resources.sql()).sorted().toList();
	}

	/** Close what was lost since the last look. */
	void takeBack() {
		for (Reference<?> found = this.lost.poll(); found != null; found = this.lost.poll()) {
			if (found instanceof Held held && this.open.remove(held)) {
				close(held.resources);
			}
		}
	}

	private static void close(CursorResources resources) {
		logger.warn("A stream was neither closed nor read to its end; its connection is taken back: {}"
				+ "\n  hint: open streams in try-with-resources", resources.sql());
		try {
			resources.close();
		}
		catch (SQLException ex) {
			logger.warn("The connection of a lost stream was closed, since it could not be cleaned", ex);
		}
	}

	private static final class Held extends PhantomReference<RowCursor> {

		private final CursorResources resources;

		Held(RowCursor cursor, ReferenceQueue<RowCursor> lost, CursorResources resources) {
			super(cursor, lost);
			this.resources = resources;
		}

	}

}
