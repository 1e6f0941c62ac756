package dev.orm.migration.online;

import java.util.List;
import java.util.function.Function;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * The changes of one file. Immutable.
 *
 * @param changes the changes; none if it changes rows, triggers or views only
 * @param form how its statements run
 * @param later whether it waits until no version of the application uses what it takes
 * away
 * @param writer writes its scripts for the schema before it
 */
public record Step(List<Change> changes, Form form, boolean later, Function<Schema, Script> writer) {

	public Step {
		changes = List.copyOf(changes);
	}

	/** Changes that are made at once. */
	static Step together(List<Change> changes, Fills fills, boolean later) {
		return new Step(changes, Form.TOGETHER, later, (before) -> new DdlWriter(false).write(before, changes, fills));
	}

	/** An index, which is made or dropped while others write. */
	static Step concurrently(Change change) {
		return new Step(List.of(change), Form.CONCURRENTLY, false,
				(before) -> new DdlWriter(true).write(before, List.of(change), Fills.none()));
	}

	/** Statements that run one by one. */
	static Step apart(List<Change> changes, boolean later, Function<Schema, Script> writer) {
		return new Step(changes, Form.APART, later, writer);
	}

	/**
	 * Write the scripts.
	 * @param before the schema before the step
	 * @return both scripts
	 */
	public Script write(Schema before) {
		return this.writer.apply(before);
	}

	/** How statements run. */
	public enum Form {

		/** In one transaction. */
		TOGETHER,
		/** In none, as the server asks for it. */
		CONCURRENTLY,
		/** In none, so that no lock is held for long. */
		APART

	}

}
