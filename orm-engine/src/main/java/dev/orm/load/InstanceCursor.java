package dev.orm.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.orm.execute.RowCursor;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Loads the rows of a cursor a chunk at a time. Close it; it closes itself behind the
 * last row. Not thread-safe.
 */
public final class InstanceCursor implements Iterator<Model>, AutoCloseable {

	private final @Nullable RowCursor rows;

	private final @Nullable InstanceReader reader;

	private final Supplier<ResultContext> contexts;

	private final int chunk;

	private final Consumer<List<Model>> finish;

	private final Deque<Model> loaded = new ArrayDeque<>();

	InstanceCursor(@Nullable RowCursor rows, @Nullable InstanceReader reader, Supplier<ResultContext> contexts,
			int chunk, Consumer<List<Model>> finish) {
		this.rows = rows;
		this.reader = reader;
		this.contexts = contexts;
		this.chunk = chunk;
		this.finish = finish;
	}

	@Override
	public boolean hasNext() {
		if (this.loaded.isEmpty()) {
			load();
		}
		return !this.loaded.isEmpty();
	}

	private void load() {
		RowCursor cursor = this.rows;
		InstanceReader instances = this.reader;
		if (cursor == null || instances == null) {
			return;
		}
		// peers are the rows of one chunk: a list of all would grow with the result
		ResultContext context = this.contexts.get();
		List<Model> next = new ArrayList<>();
		while (next.size() < this.chunk && cursor.next()) {
			next.add(cursor.read((row) -> instances.read(row, context)));
		}
		finish(cursor, next);
		this.loaded.addAll(next);
	}

	/**
	 * What else the instances need comes over the cursor's connection: ten streams of a
	 * pool of ten would wait for each other. It may fail, after which nobody reads on.
	 */
	private void finish(RowCursor cursor, List<Model> instances) {
		try {
			cursor.within(() -> this.finish.accept(instances));
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	@Override
	public Model next() {
		if (!hasNext()) {
			throw new NoSuchElementException("The result has no further row");
		}
		return this.loaded.remove();
	}

	@Override
	public void close() {
		if (this.rows != null) {
			this.rows.close();
		}
	}

}
