package dev.orm;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Assignment;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.relate.ManyToManyWriter;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/** Rows that are related by rows of a join table. Django's many-to-many manager. */
final class JoinedRows extends RelatedRows {

	JoinedRows(Orm orm, Model owner, RelationModel relation, @Nullable Route asked) {
		super(orm, owner, relation, asked);
	}

	@Override
	void add(Collection<?> targets, boolean bulk, List<Assignment<?>> throughDefaults) {
		requireBulk(bulk);
		requireOneDatabase(targets);
		writer().add(targets, throughDefaults);
	}

	@Override
	void remove(Collection<?> targets, boolean bulk) {
		requireBulk(bulk);
		writer().remove(targets);
	}

	@Override
	void clear(boolean bulk) {
		requireBulk(bulk);
		writer().clear();
	}

	@Override
	void set(Collection<?> targets, boolean bulk, boolean clear, List<Assignment<?>> throughDefaults) {
		requireBulk(bulk);
		requireOneDatabase(targets);
		writer().set(targets, clear, throughDefaults);
	}

	private void requireBulk(boolean bulk) {
		if (!bulk) {
			throw new IllegalQueryException(
					"%s changes join rows, not instances: there is nothing to save one by one".formatted(relation()),
					relation().subject());
		}
	}

	@Override
	void checkJoinRows() {
		// it has them
	}

	@Override
	List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		return assignments;
	}

	/**
	 * The row and its join row are two statements. What is refused condemns no block
	 * around.
	 */
	@Override
	<R> R together(Supplier<R> work) {
		return orm().atomic().using(route().alias()).call(work);
	}

	@Override
	void link(Model instance, List<Assignment<?>> throughDefaults) {
		add(List.of(instance), true, throughDefaults);
	}

	@Override
	RelatedManager<?> manager() {
		return ManyToMany.of(owner(), relation().name());
	}

	private ManyToManyWriter writer() {
		return orm().persistence().manyToMany(related());
	}

}
