package dev.orm.routing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Decides which database answers, once for each read and write: what the query asks for,
 * else the first router with an opinion, else the database the instance at hand came
 * from, if it lives where the model does, else that where the model lives. Immutable and
 * thread-safe.
 */
public final class Routes {

	private final List<Router> routers;

	private final Homes homes;

	/**
	 * Create the rules for models that all live in the default database.
	 * @param routers the routers, in the order they are asked
	 */
	public Routes(List<? extends Router> routers) {
		this(routers, Homes.DEFAULT);
	}

	/**
	 * Create the rules.
	 * @param routers the routers, in the order they are asked
	 * @param homes where the models live
	 */
	public Routes(List<? extends Router> routers, Homes homes) {
		this.routers = List.copyOf(routers);
		this.homes = homes;
	}

	/**
	 * Make the rules, and ask the routers about all models before anybody else does.
	 * @param models the models
	 * @param routers the routers, in the order they are asked
	 * @param homes aliases by class or package, where a model does not say its own
	 * @param aliases the databases there are
	 * @return the rules
	 * @throws ModelDefinitionException if a model or a router names a database that is
	 * not there
	 */
	public static Routes of(Collection<EntityModel> models, List<Router> routers, Map<String, String> homes,
			Set<String> aliases) {
		Homes found = Homes.of(models, homes);
		found.require(aliases);
		new RouterQuestions(routers, found).ask(models, aliases);
		return new Routes(routers, found);
	}

	/**
	 * Decide where to read.
	 * @param model the model of the rows
	 * @param asked what the query asks for; null if it does not say
	 * @param hints what is known of the read
	 * @return the route
	 */
	public Route read(EntityModel model, @Nullable Route asked, Hints hints) {
		return (asked != null) ? asked : decide(model, hints, Router::dbForRead);
	}

	/**
	 * Decide where to write. Of the servers of a database one takes writes, whichever is
	 * asked for.
	 * @param model the model of the rows
	 * @param asked what the query asks for; null if it does not say
	 * @param hints what is known of the write
	 * @return the route
	 */
	public Route write(EntityModel model, @Nullable Route asked, Hints hints) {
		return ((asked != null) ? asked : decide(model, hints, Router::dbForWrite)).on(Target.ANY);
	}

	private Route decide(EntityModel model, Hints hints, Opinion opinion) {
		for (int i = 0; i < this.routers.size(); i++) {
			Route route = opinion.of(this.routers.get(i), model, hints);
			if (route != null) {
				return route;
			}
		}
		Model owner = hints.owner();
		Route own = (owner != null) ? of(owner) : null;
		return (owner != null && own != null && this.homes.areOne(model, owner)) ? own : this.homes.of(model);
	}

	/**
	 * Return where an instance came from.
	 * @param instance the instance
	 * @return the route; null if it was never loaded nor saved
	 */
	public static @Nullable Route of(Model instance) {
		LoadContext context = InstanceState.context(instance);
		return (context != null) ? Route.to(context.database()) : null;
	}

	/**
	 * Refuse to relate instances of two databases, unless a router allows it.
	 * @param one an instance
	 * @param other the instance it is to point to
	 * @param what the relation, for the message
	 * @throws RelationOperationException if they may not be related
	 */
	public void requireRelation(Model one, Model other, Object what) {
		Route from = of(one);
		if (from != null) {
			requireRelation(one, from, other, what);
		}
	}

	/**
	 * Refuse to let an instance that is to be saved point to one of another database.
	 * @param one the instance; where it came from counts first
	 * @param saved where it is to be saved
	 * @param other the instance it points to
	 * @param what the relation, for the message
	 * @throws RelationOperationException if they may not be related
	 */
	public void requireRelation(Model one, Route saved, Model other, Object what) {
		Route own = of(one);
		Route to = of(other);
		if (to != null) {
			requireRelation(one, (own != null) ? own : saved, other, to, what);
		}
	}

	private void requireRelation(Model one, Route from, Model other, Route to, Object what) {
		for (Router router : this.routers) {
			Boolean allowed = router.allowRelation(one, other, Hints.NONE);
			if (allowed != null) {
				require(allowed, from, to, what);
				return;
			}
		}
		require(from.alias().equals(to.alias()) || isApart(what), from, to, what);
	}

	/** A key that no constraint holds may lead to another database. */
	private boolean isApart(Object what) {
		RelationModel relation = (what instanceof FieldModel field) ? field.relation()
				: (what instanceof RelationModel named) ? named : null;
		return relation != null && this.homes.isApart(relation);
	}

	private static Subject subject(Object what) {
		return (what instanceof FieldModel field) ? field.subject()
				: (what instanceof RelationModel relation) ? relation.subject() : Subject.UNKNOWN;
	}

	private static void require(boolean allowed, Route from, Route to, Object what) {
		if (!allowed) {
			throw new RelationOperationException("""
					Cannot relate by %s: the instance is of database '%s', the other of '%s'.
					  hint: save a copy there first, or let a Router allow the relation""".formatted(what, from.alias(),
					to.alias()), subject(what));
		}
	}

	/**
	 * Refuse a query inside another that was asked of another database by name.
	 * @param outer where the outer query goes
	 * @param inner what the inner queries ask for
	 * @throws IllegalQueryException if one asks for another database
	 */
	public static void requireOne(Route outer, List<Route> inner) {
		for (Route route : inner) {
			if (!route.alias().equals(outer.alias())) {
				throw new IllegalQueryException(
						"""
								Subqueries and set operations must use the same database as the outer query: it uses '%s', one inside \
								asks for '%s'.
								  hint: list the inner query first, and use its values"""
							.formatted(outer.alias(), route.alias()),
						Subject.ofArgument("using"));
			}
		}
	}

	/**
	 * Refuse to write instances of several databases together.
	 * @param instances the instances
	 * @return one that came from their database; null if none was loaded or saved yet
	 * @throws IllegalQueryException if they came from several databases
	 */
	public static @Nullable Model requireOne(Collection<? extends Model> instances) {
		Model first = null;
		LoadContext known = null;
		for (Model instance : instances) {
			LoadContext context = InstanceState.context(instance);
			// many instances of one result have one context
			if (context != null && context != known) {
				first = (first != null) ? first : instance;
				requireOne(first, context);
				known = context;
			}
		}
		return first;
	}

	private static void requireOne(Model first, LoadContext other) {
		Route known = of(first);
		if (known != null && !known.alias().equals(other.database())) {
			throw new IllegalQueryException(
					"Instances of databases '%s' and '%s' cannot be written together. hint: write those of each by itself, or say where by on(…)"
						.formatted(known, other.database()),
					Subject.ofArgument("instances"));
		}
	}

	/** One of the questions to a router. */
	@FunctionalInterface
	private interface Opinion {

		@Nullable Route of(Router router, EntityModel model, Hints hints);

	}

}
