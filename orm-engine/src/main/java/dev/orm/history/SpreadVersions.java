package dev.orm.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.orm.expression.node.Atom;
import dev.orm.history.Version.Change;
import dev.orm.history.Version.Done;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.query.Restriction;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells what rows were whose columns are in several tables, which change apart: one
 * statement for each table reads all that its part of the row was, and the parts of each
 * moment are the row as it was from then on. Thread-safe.
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
		List<KeptPart> parts = new ArrayList<>();
		SortedMap<Instant, Done> done = new TreeMap<>();
		for (EntityModel table = this.model.concrete(); table != null; table = Changes.above(table)) {
			KeptPart part = KeptPart.read(this.reader, table, key, options);
			part.collect(done);
			parts.add(part);
		}
		Course course = new Course();
		Instant before = done.isEmpty() ? null : done.firstKey().minusNanos(1_000);
		course.go(null, at(Instant.MIN, parts, dated(options, before)));
		done.forEach((time, what) -> course.go(what, at(time, parts, dated(options, time))));
		return course.versions();
	}

	/** What is fetched through a row is as it was then; as it is without a time. */
	private static ReadOptions dated(ReadOptions options, @Nullable Instant time) {
		return options.asOf((time != null) ? new Restriction.AsOf(new Atom.Literal(time, ValueTypes.DATETIME)) : null);
	}

	/** Put the row together as it was; nothing if a part of it was not there. */
	private @Nullable Model at(Instant time, List<KeptPart> parts, ReadOptions options) {
		Map<String, @Nullable Object> values = new TreeMap<>();
		for (KeptPart part : parts) {
			if (!part.addTo(values, time)) {
				return null;
			}
		}
		return this.reader.known().made(this.model, (field) -> values.get(field.name()), options);
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
