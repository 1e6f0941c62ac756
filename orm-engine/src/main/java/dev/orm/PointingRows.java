package dev.orm;

import java.util.Collection;
import java.util.List;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Assignment;
import dev.orm.load.ReadOptions;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.relate.PointingWriter;
import dev.orm.relate.PositionWriter;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Rows that point to the instance by a foreign key, or by a generic one. Django's reverse
 * managers.
 */
final class PointingRows extends RelatedRows {

	PointingRows(Orm orm, Model owner, RelationModel relation, @Nullable Route asked) {
		super(orm, owner, relation, asked);
	}

	@Override
	void add(Collection<?> targets, boolean bulk, List<Assignment<?>> throughDefaults) {
		writer().add(instances(targets), bulk);
	}

	@Override
	void remove(Collection<?> targets, boolean bulk) {
		writer().remove(targets, bulk);
	}

	@Override
	void clear(boolean bulk) {
		writer().clear(bulk);
	}

	@Override
	void set(Collection<?> targets, boolean bulk, boolean clear, List<Assignment<?>> throughDefaults) {
		writer().set(instances(targets), bulk, clear);
	}

	private List<Model> instances(Collection<?> targets) {
		requireOneDatabase(targets);
		for (Object target : targets) {
			if (!relation().target().concrete().javaType().isInstance(target)) {
				throw new IllegalQueryException("'%s' instance expected in %s, got %s"
					.formatted(relation().target().name(), relation(), target), relation().subject());
			}
		}
		return targets.stream().map(Model.class::cast).toList();
	}

	@Override
	void checkJoinRows() {
		throw new IllegalQueryException(
				"%s has no join rows, so it takes no throughDefaults: only many-to-many relations have them."
					.formatted(relation()),
				relation().subject().by("throughDefaults"));
	}

	@Override
	List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		return writer().belonging(assignments);
	}

	@Override
	void link(Model instance, List<Assignment<?>> throughDefaults) {
		// it points there since it was made
	}

	@Override
	ReadOptions options(ReadOptions inherited) {
		RelationModel back = relation().foreignKey().relation();
		return (back != null) ? inherited.ownedBy(owner(), back) : inherited;
	}

	@Override
	RelatedManager<?> manager() {
		return (relation().typed() != null) ? GenericRelation.of(owner(), relation().name())
				: OneToMany.of(owner(), relation().name());
	}

	@Override
	PositionWriter positions() {
		return orm().persistence().positions(related());
	}

	private PointingWriter writer() {
		return orm().persistence().pointing(related());
	}

}
