package dev.orm.delete;

import dev.orm.meta.EntityModel;
import dev.orm.routing.Route;
import dev.orm.write.RowFilter;

/**
 * What becomes of rows that a delete comes upon: they are removed, or marked, or live
 * again. Thread-safe.
 */
interface Ending {

	/** What goes with the rows. */
	Cascades cascades();

	/** Whether those are told who hear of deletes. */
	boolean isHeard();

	/** Let rows of a model end so, and say how many did. */
	long end(EntityModel model, RowFilter rows, Route route);

}
