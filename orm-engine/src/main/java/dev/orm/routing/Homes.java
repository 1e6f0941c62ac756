package dev.orm.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.DeferredInstance;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;

/**
 * Which database each model lives in: what the deployment says, else what its code does,
 * else {@code default}. Immutable and thread-safe.
 */
public final class Homes {

	/** All models live in the default database. */
	public static final Homes DEFAULT = new Homes(Map.of());

	/** Those that live elsewhere. */
	private final Map<EntityModel, Route> homes;

	/** Their classes, for an instance at hand. */
	private final Map<Class<?>, Route> byType = new HashMap<>();

	private Homes(Map<EntityModel, Route> homes) {
		this.homes = homes;
		for (Map.Entry<EntityModel, Route> home : homes.entrySet()) {
			if (!home.getKey().autoCreated()) {
				this.byType.put(home.getKey().javaType(), home.getValue());
			}
		}
	}

	/**
	 * Find the homes of models.
	 * @param models all models
	 * @param told aliases by the full names of packages and classes; the nearest name
	 * counts
	 * @return the homes
	 * @throws ModelDefinitionException if a name is that of nothing, or a foreign key
	 * leads from one database to another
	 */
	public static Homes of(Collection<EntityModel> models, Map<String, String> told) {
		for (String name : told.keySet()) {
			requireUse(name, models);
		}
		Map<EntityModel, Route> homes = new LinkedHashMap<>();
		for (EntityModel model : models) {
			Route home = Route.to(home(model, told));
			if (!home.equals(Route.DEFAULT)) {
				homes.put(model, home);
			}
		}
		if (homes.isEmpty()) {
			return DEFAULT;
		}
		Homes found = new Homes(homes);
		models.forEach((model) -> model.fields().forEach((field) -> found.requireOne(model, field)));
		return found;
	}

	private static String home(EntityModel model, Map<String, String> told) {
		if (told.isEmpty()) {
			return model.database();
		}
		String className = classOf(model).getName();
		for (String name = className; !name.isEmpty(); name = above(name)) {
			String alias = told.get(name);
			if (alias != null) {
				return alias;
			}
		}
		return model.database();
	}

	private static String above(String name) {
		return name.substring(0, Math.max(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')), 0));
	}

	/** A row of a join table lives beside the model that declares the relation. */
	private static Class<?> classOf(EntityModel model) {
		RelationModel near = model.autoCreated() ? model.fields().get(1).relation() : null;
		return ((near != null) ? near.target() : model).concrete().javaType();
	}

	private static void requireUse(String name, Collection<EntityModel> models) {
		if (models.stream().noneMatch((model) -> covers(name, classOf(model).getName()))) {
			throw new ModelDefinitionException(
					"'%s', said to live in a database, is neither a model nor a package of models.".formatted(name),
					UnknownName.of("", name,
							models.stream().map((model) -> classOf(model).getName()).sorted().distinct().toList()));
		}
	}

	private static boolean covers(String name, String className) {
		return className.equals(name) || className.startsWith(name + ".") || className.startsWith(name + "$");
	}

	private void requireOne(EntityModel model, FieldModel field) {
		RelationModel relation = field.relation();
		if (relation == null) {
			return;
		}
		Route from = of(model);
		Route to = of(relation.target());
		if (from.equals(to)) {
			return;
		}
		if (!field.is(Flag.UNCONSTRAINED)) {
			throw RelationModel.acrossDatabases(field, from.alias(), to.alias());
		}
		if (!relation.isLeftAlone()) {
			throw new ModelDefinitionException("""
					%s leads from database '%s' to '%s', and what is deleted there changes nothing here.
					  hint: say so by @OnDelete(DO_NOTHING) (relation-across-databases)""".formatted(field, from, to),
					field.subject());
		}
	}

	/** Whether a relation leads from one database to another. */
	boolean isApart(RelationModel relation) {
		return !of(relation.source()).equals(of(relation.target()));
	}

	/**
	 * Refuse homes that are not there.
	 * @param aliases the databases there are
	 * @throws ModelDefinitionException if a model lives in another
	 */
	public void require(Set<String> aliases) {
		this.homes.forEach((model, home) -> {
			if (!aliases.contains(home.alias())) {
				throw new ModelDefinitionException(
						"Model %s lives in database '%s', which is not there.".formatted(model, home),
						UnknownName.of("", home.alias(), aliases))
					.of(model.subject());
			}
		});
	}

	/**
	 * Return where a model lives.
	 * @param model the model
	 * @return the route
	 */
	public Route of(EntityModel model) {
		return this.homes.getOrDefault(model, Route.DEFAULT);
	}

	/**
	 * Return whether an instance lives where the rows of a model do, so that those of a
	 * copy are its own copy's.
	 */
	boolean areOne(EntityModel model, Model instance) {
		return this.homes.isEmpty() || of(instance).equals(of(model));
	}

	private Route of(Model instance) {
		Class<?> type = instance.getClass();
		return this.byType.getOrDefault((instance instanceof DeferredInstance) ? type.getSuperclass() : type,
				Route.DEFAULT);
	}

}
