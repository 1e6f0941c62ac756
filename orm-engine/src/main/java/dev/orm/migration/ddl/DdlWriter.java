package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;

/**
 * Writes the statements of changes and those that take them back, which follow from the
 * changes alone. Immutable and thread-safe.
 */
public final class DdlWriter {

	private final boolean concurrently;

	/**
	 * Create a writer.
	 * @param concurrently whether indexes of tables that exist are made and dropped while
	 * others write; such statements run outside of a transaction
	 */
	public DdlWriter(boolean concurrently) {
		this.concurrently = concurrently;
	}

	/**
	 * Write the scripts of changes.
	 * @param before the schema before them
	 * @param changes the changes, in an order in which they can be made
	 * @param fills what rows that exist get in columns that take no NULL, also in those
	 * an undo brings back
	 * @return both scripts
	 */
	public Script write(Schema before, List<Change> changes, Fills fills) {
		return write(before, changes, fills, Fills.none());
	}

	/**
	 * Write the scripts of changes some of which lose nothing.
	 * @param before the schema before them
	 * @param changes the changes, in an order in which they can be made
	 * @param fills what rows that exist get in columns that take no NULL
	 * @param kept where the values of columns that go are found when they come back
	 * @return both scripts
	 */
	public Script write(Schema before, List<Change> changes, Fills fills, Fills kept) {
		Schema after = before.plus(changes);
		List<Change> back = Change.inverse(changes);
		List<String> forward = new StatementWriter(before, changes, new Values(fills, Fills.none(), false),
				this.concurrently)
			.write();
		List<String> undo = new StatementWriter(after, back, new Values(fills, kept, true), this.concurrently).write();
		List<ObjectId> lost = new ArrayList<>(lost(back));
		lost.removeAll(kept.expressions().keySet());
		return new Script(forward, undo, lost);
	}

	/**
	 * Write the statements that make a schema from nothing.
	 * @param schema the schema
	 * @param changes its objects as additions, in an order in which they can be made
	 * @return the statements
	 */
	public List<String> create(Schema schema, List<Change> changes) {
		return new StatementWriter(Schema.empty(), changes, new Values(Fills.none(), Fills.none(), false), false)
			.write();
	}

	private static List<ObjectId> lost(List<Change> changes) {
		List<ObjectId> lost = new ArrayList<>();
		for (Change change : changes) {
			if (change.loses() && !lost.contains(ObjectId.table(change.id().table()))) {
				lost.add(change.id());
			}
		}
		lost.removeIf((id) -> lost.contains(ObjectId.table(id.table())));
		return lost;
	}

	/**
	 * Where values for columns that take no NULL come from.
	 *
	 * @param fills what the user said
	 * @param kept where the values of columns that come back are
	 * @param undo whether a neutral value will do, as the script takes something back
	 */
	record Values(Fills fills, Fills kept, boolean undo) {

	}

}
