package dev.orm.boot.migration;

import java.util.List;

import dev.orm.error.OrmException;
import dev.orm.schema.Change;

/**
 * The models are not what the journal of migrations says.
 *
 * @since 0.1.0
 */
public class ModelsDifferException extends OrmException {

	private final transient List<Change> changes;

	ModelsDifferException(String message, List<Change> changes) {
		super(message);
		this.changes = List.copyOf(changes);
	}

	/**
	 * Return what differs.
	 * @return what would bring the journal to the models
	 */
	public List<Change> changes() {
		return this.changes;
	}

}
