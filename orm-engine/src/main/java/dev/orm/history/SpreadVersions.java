package dev.orm.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.history.Version.Change;
import dev.orm.history.Version.Done;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reads what rows were whose columns are in several tables, which change apart: one
 * statement for each table tells when something was done to it, one for each of these
 * moments reads the row as it was from then on. Thread-safe.
 */
final class SpreadVersions {

	private final Reader reader;

	private final EntityModel model;

	private final Changes changes;

	SpreadVersions(Reader reader, EntityModel model, Changes changes) {
		this.reader = reader;
		this.model = model;
		this.changes = changes;
	}

	List<Version<Model>> of(Object key, ReadOptions options) {
		SortedMap<Instant, Done> done = new TreeMap<>();
		for (EntityModel table = this.model.concrete(); table != null; table = Changes.above(table)) {
			collect(table, key, options, done);
		}
		Course course = new Course();
		Instant first = done.isEmpty() ? Instant.now() : done.firstKey();
		course.go(null, at(key, done.isEmpty() ? null : first.minusNanos(1_000), options));
		done.forEach((time, what) -> course.go(what, at(key, time, options)));
		return course.versions();
	}

	/** Find what was done to the row of one table. */
	private void collect(EntityModel table, Object key, ReadOptions options, SortedMap<Instant, Done> done) {
		for (@Nullable
		Object[] row : this.reader.values(moments(table, key), options.asOf(null)).rows()) {
			collect(row, 0, done);
			collect(row, 3, done);
		}
	}

	/** Of what was done at once, the first to say who did it is heard. */
	private static void collect(@Nullable Object[] row, int first, SortedMap<Instant, Done> done) {
		if (row[first] instanceof Instant at) {
			Done what = new Done(at, (String) row[first + 1], (Long) row[first + 2], false);
			done.merge(at, what, (known, other) -> (known.by() != null) ? known : other);
		}
	}

	private static QuerySpec moments(EntityModel table, Object key) {
		Map<String, Node> columns = new TreeMap<>();
		VersionQuery.DONE.forEach((name) -> columns.put(name, VersionQuery.column(name)));
		return VersionQuery.of(table, key).then(new Selection.Values(VersionQuery.DONE, columns));
	}

	/** Read the row as it was; as it is without a time. */
	private @Nullable Model at(Object key, @Nullable Instant time, ReadOptions options) {
		Restriction.AsOf then = (time != null) ? new Restriction.AsOf(new Atom.Literal(time, ValueTypes.DATETIME))
				: null;
		return this.reader.instances(QuerySpec.every(this.model).then(Restriction.Filter.key(key)), options.asOf(then))
			.stream()
			.findFirst()
			.orElse(null);
	}

	/** The row from moment to moment. Used by one thread. */
	private final class Course {

		private final List<Version<Model>> versions = new ArrayList<>();

		private @Nullable Done since;

		/** The row as it is at the moment; null if there is none. */
		private @Nullable Model now;

		/** The row as it was last; null if there was none yet. */
		private @Nullable Model last;

		private Map<String, Change> changed = Map.of();

		/** Go on to the next moment. */
		void go(@Nullable Done what, @Nullable Model next) {
			Map<String, Change> difference = (next != null) ? SpreadVersions.this.changes.between(this.last, next)
					: Map.of();
			boolean same = (this.now == null) == (next == null) && difference.isEmpty();
			if (same) {
				return;
			}
			end((what != null) ? new Done(what.at(), what.by(), what.transaction(), next == null) : null);
			this.since = what;
			this.now = next;
			this.last = (next != null) ? next : this.last;
			this.changed = difference;
		}

		private void end(@Nullable Done what) {
			if (this.now != null) {
				this.versions.add(new Version<>(this.now, this.since, what, this.changed));
			}
		}

		List<Version<Model>> versions() {
			end(null);
			return this.versions;
		}

	}

}
