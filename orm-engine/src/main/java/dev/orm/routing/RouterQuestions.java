package dev.orm.routing;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks routers at the start what they would say of each model, so that a wrong answer is
 * found then and not by the first request. Immutable.
 */
public final class RouterQuestions {

	private static final Logger logger = LoggerFactory.getLogger(RouterQuestions.class);

	private final List<Router> routers;

	private final Homes homes;

	/**
	 * Prepare the questions.
	 * @param routers the routers
	 * @param homes where the models live
	 */
	public RouterQuestions(List<? extends Router> routers, Homes homes) {
		this.routers = List.copyOf(routers);
		this.homes = homes;
	}

	/**
	 * Ask them. A router that fails without a request has no opinion here.
	 * @param models the models
	 * @param aliases the databases there are
	 * @throws ModelDefinitionException if a router names a database that is not there, or
	 * wants no table of a model where the model lives
	 */
	public void ask(Collection<EntityModel> models, Set<String> aliases) {
		for (Router router : this.routers) {
			models.forEach((model) -> {
				requireKnown(router, model, opinion(() -> router.dbForRead(model, Hints.NONE)), aliases);
				Route written = opinion(() -> router.dbForWrite(model, Hints.NONE));
				requireKnown(router, model, written, aliases);
				warnOfNoTable(router, model, written);
				requireTable(router, model);
			});
		}
	}

	private static <T> @Nullable T opinion(Opinion<T> question) {
		try {
			return question.ask();
		}
		catch (RuntimeException ex) {
			logger.debug("A router cannot be asked before there is a request", ex);
			return null;
		}
	}

	private static void requireKnown(Router router, EntityModel model, @Nullable Route route, Set<String> aliases) {
		if (route != null && !aliases.contains(route.alias())) {
			throw new ModelDefinitionException("Router %s sends model %s to database '%s', which is not there."
				.formatted(name(router), model, route.alias()), UnknownName.of("", route.alias(), aliases))
				.of(model.subject());
		}
	}

	/** What is written elsewhere needs a table there, which no migration makes. */
	private void warnOfNoTable(Router router, EntityModel model, @Nullable Route written) {
		if (written == null || !model.managed() || written.equals(this.homes.of(model))
				|| Boolean.TRUE.equals(opinion(() -> router.allowMigrate(written.alias(), model)))) {
			return;
		}
		logger
			.warn("""
					Router {} writes model {} to database '{}', and migrations make its table where it lives, in '{}'.
					  hint: let it live there by @Table(database = …), or let allowMigrate answer that '{}' has the table""",
					name(router), model, written, this.homes.of(model), written);
	}

	private void requireTable(Router router, EntityModel model) {
		String home = this.homes.of(model).alias();
		if (model.managed() && Boolean.FALSE.equals(opinion(() -> router.allowMigrate(home, model)))) {
			throw new ModelDefinitionException(
					"""
							Router %s wants no table of model %s in database '%s', where the model lives.
							  hint: say where it lives by @Table(database = …), which migrations follow, or by orm.databases.<alias>.models"""
						.formatted(name(router), model, home),
					model.subject());
		}
	}

	private static String name(Router router) {
		return router.getClass().getName();
	}

	/** One of the questions. */
	@FunctionalInterface
	private interface Opinion<T> {

		@Nullable T ask();

	}

}
