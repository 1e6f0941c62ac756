package dev.orm;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Q;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Query;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.SoftDeletion;
import dev.orm.meta.history.HistoryTable;
import dev.orm.model.Model;
import dev.orm.query.Operation;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;
import dev.orm.type.ValueTypes;

/**
 * What may be asked of the rows of a model: a queryset asks it of its own rows, a manager
 * of all its rows, {@link AbstractManager#getQuerySet()}. Each method answers a new
 * queryset and leaves this as it is; nothing is sent before a terminal method, so that
 * what cannot be answered is refused there, not where it is written. Safe to share
 * between threads. Django's {@code QuerySet}.
 * <p>
 * This part chooses which rows there are: those of a time, in whatever scopes.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Scoping<T extends Model, V, S extends Scoping<T, V, S>> extends Fetching<T, S>
		implements QuerySource {

	Scoping() {
	}

	/** The rows that are asked: those of a queryset itself, or all of a manager. */
	abstract S rows();

	/** What {@link #rows()} is bound to; a manager asks for it once in each method. */
	abstract Recipe recipe();

	/** A queryset as {@link #rows()}, bound to something else. */
	abstract S bound(Recipe recipe);

	/** A copy of a queryset of whatever class; of one that is {@link Cloneable}. */
	@SuppressWarnings("unchecked")
	final S copied() {
		try {
			return (S) clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	final S then(Operation step) {
		S rows = rows();
		return rows.bound(rows.recipe().then(step));
	}

	@Override
	final S reading(UnaryOperator<ReadOptions> change) {
		S rows = rows();
		Recipe recipe = rows.recipe();
		return rows.bound(recipe.reading(change.apply(recipe.options())));
	}

	@Override
	public final Query query() {
		Recipe recipe = recipe();
		Route route = recipe.options().route();
		if (route == null) {
			route = recipe.options().hints().instance().map(Routes::of).orElse(null);
		}
		return (route != null) ? recipe.spec().then(new Operation.From(route)) : recipe.spec();
	}

	/**
	 * Answer a queryset of the same rows.
	 * @return a queryset
	 */
	public abstract S all();

	/**
	 * Read rows as they were, those that are joined and fetched through them, too. Tables
	 * whose history is not kept are read as they are.
	 * @param instant when: what transactions that began later did counts as not done
	 * @return a queryset, which writes nothing
	 * @throws IllegalQueryException if the model does not keep its history
	 */
	public final S asOf(Instant instant) {
		HistoryTable.require(recipe().spec().model());
		Restriction.AsOf time = new Restriction.AsOf(new Atom.Literal(instant, ValueTypes.DATETIME));
		return then(time).reading((options) -> options.asOf(time));
	}

	/**
	 * See all rows, whatever the scopes of models say, but for strict ones: of the model
	 * and of all that the query joins. Subqueries and prefetches have querysets of their
	 * own.
	 * @return a queryset
	 */
	public final S unscoped() {
		return unscoped("");
	}

	/**
	 * Lift a scope, of whichever models of the query have one of that name.
	 * @param scope its name, as {@code meta.scope(…)} gives it
	 * @return a queryset
	 * @throws IllegalQueryException when it is asked, if no model it leads to has such a
	 * scope, or it is strict
	 */
	public final S unscoped(String scope) {
		return then(new Restriction.Unscoped(null, scope));
	}

	/**
	 * Lift a scope of one model, wherever the query meets it.
	 * @param model the model
	 * @param scope its name, as {@code meta.scope(…)} gives it
	 * @return a queryset
	 * @throws IllegalQueryException when it is asked, if the model has no such scope, or
	 * it is strict
	 */
	public final S unscoped(Class<? extends Model> model, String scope) {
		return then(new Restriction.Unscoped(recipe().orm().models().model(model), scope));
	}

	/**
	 * See the rows that are marked as deleted, too.
	 * @return a queryset
	 * @throws IllegalQueryException if the model has no {@code @SoftDelete}
	 */
	public final S withDeleted() {
		EntityModel table = SoftDeletion.require(recipe().spec().model()).table();
		return then(new Restriction.Unscoped(table, SoftDeletion.SCOPE));
	}

	/**
	 * See only the rows that are marked as deleted.
	 * @return a queryset
	 * @throws IllegalQueryException if the model has no {@code @SoftDelete}
	 */
	public final S onlyDeleted() {
		FieldModel mark = SoftDeletion.require(recipe().spec().model()).mark();
		return withDeleted().then(new Restriction.Filter(List.of(Q.of(mark.name() + "__isnull", false).node()), false));
	}

}
