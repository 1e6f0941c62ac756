package dev.orm;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.observe.Purpose;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.relate.Owner;
import dev.orm.relate.PositionWriter;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * The rows a to-many relation leads to from one instance, and how others come to be among
 * them. Used by one thread, as the instance.
 */
abstract sealed class RelatedRows permits JoinedRows, PointingRows {

	private final Orm orm;

	private final Model owner;

	private final RelationModel relation;

	private final @Nullable Route asked;

	RelatedRows(Orm orm, Model owner, RelationModel relation, @Nullable Route asked) {
		this.orm = orm;
		this.owner = owner;
		this.relation = relation;
		this.asked = asked;
	}

	static RelatedRows of(Orm orm, Model owner, RelationModel relation) {
		return of(orm, owner, relation, null);
	}

	private static RelatedRows of(Orm orm, Model owner, RelationModel relation, @Nullable Route asked) {
		return (relation.kind() == RelationModel.Kind.MANY_TO_MANY) ? new JoinedRows(orm, owner, relation, asked)
				: new PointingRows(orm, owner, relation, asked);
	}

	/** The same rows in the database that is asked for; null where none is. */
	final RelatedRows on(@Nullable Route route) {
		return (route != null) ? of(this.orm, this.owner, this.relation, route) : this;
	}

	abstract void add(Collection<?> targets, boolean bulk, List<Assignment<?>> throughDefaults);

	abstract void remove(Collection<?> targets, boolean bulk);

	abstract void clear(boolean bulk);

	abstract void set(Collection<?> targets, boolean bulk, boolean clear, List<Assignment<?>> throughDefaults);

	/** Refuse attributes of join rows where there are none. */
	abstract void checkJoinRows();

	/** Add to the attributes of a new row what relates it. */
	abstract List<Assignment<?>> belonging(List<Assignment<?>> assignments);

	/** What changes the order of the rows. */
	PositionWriter positions() {
		throw new IllegalQueryException("%s has no order: its rows point to no owner".formatted(this.relation),
				this.relation.subject());
	}

	/** Create a row and relate it: both or neither. */
	<R> R together(Supplier<R> work) {
		return work.get();
	}

	/** Relate a row that was created. */
	abstract void link(Model instance, List<Assignment<?>> throughDefaults);

	abstract RelatedManager<?> manager();

	final Orm orm() {
		return this.orm;
	}

	final Model owner() {
		return this.owner;
	}

	final RelationModel relation() {
		return this.relation;
	}

	final Route route() {
		if (this.orm.reader().known().asOf(this.owner) != null) {
			throw new IllegalQueryException(
					"%s is as it was, by asOf(…), so that its %s are there to be read. hint: write by one that is read now"
						.formatted(Related.model(this.owner), this.relation.name()),
					this.relation.subject().by("asOf"));
		}
		return this.orm.reader().routes().write(this.relation.target(), this.asked, Hints.of(this.owner));
	}

	/** Whose rows are changed, and where that is, decided now. */
	final Owner related() {
		return new Owner(this.owner, this.relation, route());
	}

	/** The rows; where they are read is decided then, by the owner. */
	final Recipe recipe() {
		ReadOptions open = this.orm.reader()
			.known()
			.options(this.owner)
			.using(null)
			.hinting(Hints.of(this.owner))
			.meant(this.orm.reader().purposes().of(this.relation, Purpose.Kind.RELATED));
		return new Recipe(this.orm, open.dated(spec()), options(open), new Memory());
	}

	/** Refuse instances of another database than the owner's. */
	final void requireOneDatabase(Collection<?> targets) {
		for (Object target : targets) {
			if (target instanceof Model instance) {
				this.orm.reader().routes().requireRelation(this.owner, instance, this.relation);
			}
		}
	}

	/** The instances read know their owner, where they have a handle for it. */
	ReadOptions options(ReadOptions inherited) {
		return inherited;
	}

	/** Forget what was fetched: it is not true any more. */
	final void forget() {
		InstanceState state = InstanceState.ifPresent(this.owner);
		if (state != null) {
			state.forget(this.relation.name());
		}
	}

	/** No row can point to a saved instance that has no value for them to point to. */
	private boolean isKnownToHaveNone() {
		return this.relation.kind() == RelationModel.Kind.REVERSE_FOREIGN_KEY && this.owner.pk() != null;
	}

	private QuerySpec spec() {
		EntityModel target = this.relation.target();
		FieldModel key = this.relation.path().get(0).fromField();
		Object id = ToOne.keyOf(this.owner, key.index());
		if (id == null && isKnownToHaveNone()) {
			return this.orm.managers().rows(target).then(Operation.Simple.NONE);
		}
		if (id == null) {
			throw new QueryValueException(
					"%s needs to have a value for field '%s' before its relation %s can be used. hint: save it first"
						.formatted(Related.model(this.owner), key.name(), this.relation.name()),
					Subject.ofAttribute(Related.model(this.owner), this.relation.name()))
				.of(this.owner);
		}
		return this.orm.managers().rows(target).then(Restriction.related(this.relation, Nodes.of(id), false));
	}

	/** What is in memory of the rows, or comes there for the peers of the owner too. */
	private final class Memory implements Recipe.Memory {

		private final Model owner = RelatedRows.this.owner;

		private final String accessor = RelatedRows.this.relation.name();

		@Override
		public @Nullable List<?> rows() {
			LoadContext context = InstanceState.context(this.owner);
			return (context != null) ? context.known(this.owner, this.accessor) : null;
		}

		@Override
		public @Nullable Long count() {
			LoadContext context = InstanceState.context(this.owner);
			return (context != null) ? context.counted(this.owner, this.accessor) : null;
		}

	}

}
