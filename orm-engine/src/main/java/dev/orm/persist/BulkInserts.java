package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;

import dev.orm.execute.RowsHandler;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelReader;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.BulkCreator.Conflicts;
import dev.orm.persist.WriteModel.Level;
import dev.orm.persist.Texts.WriteText;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into one table by
 * {@code INSERT ... SELECT ... FROM unnest(...) WITH ORDINALITY ... ORDER BY n RETURNING}.
 * <p>
 * The n-th key answered belongs to the n-th row: the sort lies below the insert,
 * PostgreSQL inserts row by row in its order, makes each default at that moment and
 * answers in the same order. That also holds where comparing keys would not: for
 * sequences that go down or start over, and for rows that were there and got updated. If
 * rows are missing in the answer, nobody can tell which, so that is an error.
 */
final class BulkInserts {

	private final InstanceValues values;

	private final Texts texts;

	private final Writes writes;

	BulkInserts(Workshop workshop) {
		this.values = workshop.values();
		this.texts = workshop.texts();
		this.writes = workshop.writes();
	}

	/**
	 * Insert rows.
	 * @param level the table
	 * @param rows the instances
	 * @param identity the key the database makes; null if all have keys
	 * @param conflicts what happens to rows that violate a constraint
	 * @param database the alias
	 */
	void run(Level level, List<? extends Model> rows, @Nullable FieldModel identity, Conflicts conflicts,
			String database) {
		Insert insert = insert(level, identity, conflicts);
		List<@Nullable Object[]> values = new ArrayList<>(insert.fields().size());
		for (FieldModel field : insert.fields()) {
			values.add(this.values.column(rows, field));
		}
		List<@Nullable Object> bound = insert.arrays().bind(values);
		if (identity == null || conflicts.ignored()) {
			int stored = this.writes.update(insert.text(), bound, database);
			Writes.requireAll(level.table().table(), conflicts.ignored() ? stored : rows.size(), stored);
		}
		else {
			this.writes.query(insert.text(), bound, database, keys(rows, identity));
		}
	}

	private static RowsHandler<Integer> keys(List<? extends Model> instances, FieldModel identity) {
		ModelReader reader = identity.model().reader();
		return (rows) -> {
			int count = 0;
			while (rows.next()) {
				reader.read(instances.get(count++), rows, identity, 1);
			}
			if (count != instances.size()) {
				// nobody can tell whose they are
				instances.forEach((instance) -> Attributes.forget(instance, identity));
			}
			Writes.requireAll(identity.owner().table(), instances.size(), count);
			return count;
		};
	}

	private Insert insert(Level level, @Nullable FieldModel identity, Conflicts conflicts) {
		List<FieldModel> fields = level.all().stream().filter((field) -> field != identity).toList();
		ColumnArrays arrays = new ColumnArrays(fields.isEmpty() ? level.all() : fields);
		WriteText text = this.texts.of(List.of("bulk insert", level, fields, conflicts), () -> {
			String clause = conflicts.clause();
			String sql = "INSERT INTO " + Texts.quote(level.table().table()) + into(fields, arrays)
					+ ((clause != null) ? clause : "") + (conflicts.ignored() ? "" : Texts.returning(identity));
			return new WriteText(sql, arrays.types(), Operation.INSERT, level.table().table());
		});
		return new Insert(fields.isEmpty() ? level.all() : fields, arrays, text);
	}

	/**
	 * A table that holds nothing but its identity gets it by name, so that there is a
	 * column to insert.
	 */
	private static String into(List<FieldModel> fields, ColumnArrays arrays) {
		String rows = " FROM " + arrays.unnest(true) + " ORDER BY " + ColumnArrays.ROWS + ".n";
		if (fields.isEmpty()) {
			return " SELECT" + rows;
		}
		return " (" + Texts.names(fields) + ") SELECT " + arrays.columns() + rows;
	}

	/**
	 * An insert of many rows.
	 *
	 * @param fields the columns
	 * @param arrays their arrays
	 * @param text the text
	 */
	private record Insert(List<FieldModel> fields, ColumnArrays arrays, WriteText text) {

	}

}
