package dev.orm.migration.detect;

import java.util.List;
import java.util.Optional;

import dev.orm.migration.ddl.Fills;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;

/** Asks what only a person knows. */
public interface Questions {

	/**
	 * Return what somebody said beforehand of a table or a column, however little alike
	 * it is to what it was.
	 * @param now the object
	 * @return the object it was; empty if nobody said so
	 */
	default Optional<ObjectId> said(ObjectId now) {
		return Optional.empty();
	}

	/**
	 * Ask whether a new table or column is one that is gone under another name.
	 * @param added the new object
	 * @param candidates what is gone and alike, the likeliest first
	 * @return the object it was; empty if it is new
	 */
	Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates);

	/**
	 * Return whether a column of a join table that points to the same table as one that
	 * is gone is that one under another name, without being asked for.
	 * @param added the new column
	 * @return true unless it is made beside the other
	 */
	default boolean follows(ObjectId added) {
		return true;
	}

	/**
	 * Ask what rows that exist get in a column that takes no NULL.
	 * @param column the column
	 * @param added whether it is new; else it took NULL until now
	 * @return an SQL expression, or one of the signs of {@link Fills}
	 */
	String fill(Column column, boolean added);

	/**
	 * Return questions that are never asked: nothing is renamed and no row needs a value.
	 * @return the questions
	 */
	static Questions none() {
		return new Questions() {
			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				return Optional.empty();
			}

			@Override
			public String fill(Column column, boolean added) {
				return Fills.NO_ROW;
			}
		};
	}

}
