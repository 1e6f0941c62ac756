package dev.orm.relate;

import java.util.Collection;
import java.util.List;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;

/**
 * Changes which rows point to an instance. Django's reverse related managers. Used by one
 * thread, as the instance.
 */
public abstract class PointingWriter {

	final Owner owner;

	final Workshop workshop;

	final PointingObjects pointing;

	PointingWriter(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.pointing = new PointingObjects(owner, workshop);
	}

	/**
	 * Let objects point to the owner.
	 * @param objects the objects
	 * @param bulk whether to change them by one UPDATE, for which they must be saved;
	 * else each is saved whole
	 */
	public abstract void add(Collection<? extends Model> objects, boolean bulk);

	/**
	 * Let objects point to the owner no longer.
	 * @param objects the objects, each pointing to the owner
	 * @param bulk whether one statement does it; else each is loaded
	 */
	public abstract void remove(Collection<?> objects, boolean bulk);

	/**
	 * Let no object point to the owner any longer.
	 * @param bulk whether one statement does it; else each is loaded
	 */
	public abstract void clear(boolean bulk);

	/**
	 * Let exactly these objects point to the owner, changing only the rows that differ.
	 * @param objects the objects
	 * @param bulk whether to change rows by one statement
	 * @param clear whether to remove all first instead of comparing
	 */
	public void set(Collection<? extends Model> objects, boolean bulk, boolean clear) {
		this.pointing.require(objects);
		this.workshop.sender().together(this.owner.route(), () -> {
			if (clear) {
				clear(bulk);
				add(objects, bulk);
			}
			else {
				replace(objects, bulk);
			}
		});
	}

	/** Change only the rows that differ. */
	abstract void replace(Collection<? extends Model> objects, boolean bulk);

	/**
	 * Add the owner to what a new object is made of, so that it points there.
	 * @param assignments the other attributes
	 * @return the attributes of an object of this relation
	 */
	public abstract List<Assignment<?>> belonging(List<Assignment<?>> assignments);

}
