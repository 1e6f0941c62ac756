package dev.orm.delete;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.orm.automatic.CurrentUser;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.meta.EntityModel;
import dev.orm.meta.SoftDeletion;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Route;
import dev.orm.signal.Lifecycle;
import dev.orm.write.QueryUpdater;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/** Puts marks of deletion on rows, and takes them away, by an UPDATE. Thread-safe. */
public final class Marks {

	private final QueryUpdater updater;

	private final Clock clock;

	private final CurrentUser user;

	private final MarkCascades toLiving;

	public Marks(QueryUpdater updater, Clock clock, CurrentUser user, Lifecycle lifecycle) {
		this.updater = updater;
		this.clock = clock;
		this.user = user;
		this.toLiving = MarkCascades.toLiving(lifecycle);
	}

	/** Make the mark that rows deleted now bear. */
	Mark now() {
		Instant time = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return new Mark(time, this.user.get().orElse(null), this.toLiving);
	}

	/** Make what takes a mark away. */
	Mark none(Object mark) {
		return new Mark(null, null, MarkCascades.toMarked(mark));
	}

	/** What rows are given; of one delete all get the same. */
	final class Mark implements Ending {

		private final @Nullable Instant time;

		private final @Nullable Object by;

		private final MarkCascades cascades;

		Mark(@Nullable Instant time, @Nullable Object by, MarkCascades cascades) {
			this.time = time;
			this.by = by;
			this.cascades = cascades;
		}

		@Nullable Instant time() {
			return this.time;
		}

		@Nullable Object by() {
			return this.by;
		}

		@Override
		public Cascades cascades() {
			return this.cascades;
		}

		@Override
		public boolean isHeard() {
			return this.time != null;
		}

		@Override
		public long end(EntityModel model, RowFilter rows, Route route) {
			SoftDeletion deletion = model.softDeletion();
			return (deletion != null) ? end(deletion, rows.of(model), route) : 0;
		}

		/** Mark the rows of a query. */
		long end(SoftDeletion deletion, QuerySpec rows, Route route) {
			List<Assignment<?>> assignments = new ArrayList<>();
			assignments.add(new Assignment<>(deletion.mark().name(), Nodes.of(this.time)));
			if (deletion.by() != null) {
				assignments.add(new Assignment<>(deletion.by().name(), Nodes.of(this.by)));
			}
			return Marks.this.updater.update(rows, assignments, route);
		}

	}

}
