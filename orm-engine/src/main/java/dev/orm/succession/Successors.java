package dev.orm.succession;

import java.util.Collection;
import java.util.List;

import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * Fills in what new rows hold because of others: a slug that is not taken, the next place
 * among the rows of an owner. Thread-safe.
 */
public final class Successors {

	private final FreeSlugs slugs;

	private final LastPositions positions;

	public Successors(FreeSlugs slugs, LastPositions positions) {
		this.slugs = slugs;
		this.positions = positions;
	}

	/**
	 * Fill in values of new rows, in their order. Places are taken until the end of the
	 * transaction, which the caller opens.
	 * @param rows instances that were filled in otherwise
	 * @param model their model
	 * @param written the columns about to be written
	 * @param route where
	 */
	public void fill(List<? extends Model> rows, WriteModel model, Collection<FieldModel> written, Route route) {
		for (AutomaticColumn column : model.following()) {
			if (!written.contains(column.field())) {
				continue;
			}
			if (column.isPosition()) {
				this.positions.take(rows, column, route);
			}
			else {
				this.slugs.fill(rows, column, route);
			}
		}
	}

	/**
	 * Give a row the next place of an owner that is new to it.
	 * @param row an instance that holds the new owner
	 * @param place its place
	 * @param route where
	 */
	public void move(Model row, AutomaticColumn place, Route route) {
		this.positions.take(List.of(row), place, route);
	}

}
