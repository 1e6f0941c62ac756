package dev.orm.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.orm.expression.node.Node;
import dev.orm.history.Version.Done;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * All that the part of a row was that one table holds, in the order in which it was so.
 * Immutable.
 *
 * @param fields the fields of the table
 * @param rows their values, when and by whom that began, and the same of its end
 */
record KeptPart(List<FieldModel> fields, List<@Nullable Object[]> rows) {

	/** Read it, by one statement. */
	static KeptPart read(Reader reader, EntityModel table, Object key, ReadOptions options) {
		List<FieldModel> fields = table.localFields();
		List<String> names = new ArrayList<>(fields.stream().map(FieldModel::attname).toList());
		names.addAll(VersionQuery.DONE);
		Map<String, Node> columns = new TreeMap<>();
		VersionQuery.DONE.forEach((name) -> columns.put(name, VersionQuery.column(name)));
		return new KeptPart(fields,
				reader
					.values(VersionQuery.of(table, key).then(new Selection.Values(names, columns)), options.asOf(null))
					.rows());
	}

	/**
	 * Tell what was done; of what was done at once, the first to say who did it counts.
	 */
	void collect(SortedMap<Instant, Done> done) {
		for (@Nullable
		Object[] row : this.rows) {
			collect(row, began(), done);
			collect(row, ended(), done);
		}
	}

	private static void collect(@Nullable Object[] row, int first, SortedMap<Instant, Done> done) {
		if (row[first] instanceof Instant at) {
			Done what = new Done(at, (String) row[first + 1], (Long) row[first + 2], false);
			done.merge(at, what, (known, other) -> (known.by() != null) ? known : other);
		}
	}

	/**
	 * Add the values of a moment: of what ended after it, the first says what was there,
	 * unless it began later.
	 * @return false if nothing was there
	 */
	boolean addTo(Map<String, @Nullable Object> values, Instant time) {
		for (@Nullable
		Object[] row : this.rows) {
			if (!(row[ended()] instanceof Instant until) || until.isAfter(time)) {
				boolean there = !(row[began()] instanceof Instant from) || !from.isAfter(time);
				for (int i = 0; there && i < this.fields.size(); i++) {
					values.put(this.fields.get(i).name(), row[i]);
				}
				return there;
			}
		}
		return false;
	}

	private int began() {
		return this.fields.size();
	}

	private int ended() {
		return this.fields.size() + 3;
	}

}
