package dev.orm;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Assignments;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import dev.orm.persist.Getting;

/**
 * The manager of the rows related to one instance. {@code list}, {@code count},
 * {@code exists} and {@code contains} answer from memory where the rows were fetched and
 * nothing else is asked; where they were not, the fetch mode of the instance decides, as
 * for a foreign key. Not thread-safe, as the instance. Django's {@code RelatedManager}.
 *
 * @param <T> the related model
 */
public abstract sealed class RelatedManager<T extends Model> extends AbstractManager<T, QuerySet<T>>
		permits ManyToMany, OneToMany, GenericRelation {

	private final Model owner;

	private final String accessor;

	RelatedManager(Model owner, String accessor) {
		this.owner = owner;
		this.accessor = accessor;
	}

	/**
	 * Return the manager of a relation of an instance.
	 * @param <T> the related model
	 * @param owner the instance, loaded or saved
	 * @param accessor the relation's accessor
	 * @return the manager
	 * @throws dev.orm.error.RelationOperationException if the model has no such to-many
	 * relation
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Model> RelatedManager<T> of(Model owner, String accessor) {
		return (RelatedManager<T>) Objects.requireNonNull(Related.find(owner, accessor, true));
	}

	/**
	 * Return the manager of a relation of an instance.
	 * @param <R> the model of the instance
	 * @param <T> the related model
	 * @param owner the instance, loaded or saved
	 * @param path the relation, such as {@code CATEGORY.products()}
	 * @return the manager
	 */
	public static <R extends Model, T extends Model> RelatedManager<T> of(R owner, ModelPath<? super R, T> path) {
		return of(owner, path.path());
	}

	/** The attributes new join rows get. */
	List<Assignment<?>> joining() {
		return List.of();
	}

	final RelatedRows related() {
		return (RelatedRows) Objects.requireNonNull(Related.found(this.owner, this.accessor));
	}

	/** The rows where a recipe asks for them. */
	private RelatedRows related(Recipe recipe) {
		return related().on(recipe.options().route());
	}

	/**
	 * Return a manager that gives new join rows attributes, whichever of its methods
	 * makes them. Django's {@code through_defaults}.
	 * @param defaults the attributes by name; a {@code Supplier} is asked once for each
	 * call
	 * @return a manager
	 * @throws IllegalQueryException if the relation has no join rows
	 */
	public final ManyToMany<T> throughDefaults(Map<String, ?> defaults) {
		return joining(Assignments.of(defaults));
	}

	/**
	 * Return a manager that gives new join rows attributes, whichever of its methods
	 * makes them: {@code throughDefaults(Enrollment.class, ENROLLMENT.grade.is("A"))}.
	 * Django's {@code through_defaults}.
	 * @param <J> the join model
	 * @param through the join model, which the relation names by {@code @Through}
	 * @param defaults the attributes, made by {@code is} or {@code set}
	 * @return a manager
	 * @throws IllegalQueryException if the relation has no join rows, or those of another
	 * model
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final <J extends Model> ManyToMany<T> throughDefaults(Class<J> through, Assignment<? super J>... defaults) {
		ManyToMany<T> joining = joining(List.of(defaults));
		EntityModel model = related().relation().throughTable().model();
		if (model.javaType() != through) {
			throw new IllegalQueryException("%s has join rows of %s, not of %s".formatted(related().relation(),
					model.name(), through.getSimpleName()), related().relation().subject().by("through"));
		}
		return joining;
	}

	private ManyToMany<T> joining(List<Assignment<?>> defaults) {
		related().checkJoinRows();
		return new ManyToMany.Joining<>(this.owner, this.accessor, defaults);
	}

	@Override
	@SuppressWarnings("unchecked")
	public final Class<T> modelType() {
		return (Class<T>) related().relation().target().javaType();
	}

	@Override
	protected final QuerySet<T> getQuerySet() {
		return new QuerySet<T>().bound(related().recipe());
	}

	@Override
	final T created(Recipe recipe, List<Assignment<?>> assignments) {
		RelatedRows related = related(recipe);
		T made = related.together(() -> {
			T instance = super.created(recipe, related.belonging(assignments));
			related.link(instance, joining());
			return instance;
		});
		related.forget();
		return made;
	}

	@Override
	final Getting<T> gotOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		RelatedRows related = related(recipe);
		return related
			.together(() -> linked(related, super.gotOrCreated(recipe, lookups, related.belonging(defaults))));
	}

	@Override
	final Getting<T> updatedOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> values,
			List<Assignment<?>> createDefaults) {
		RelatedRows related = related(recipe);
		Getting<T> got = related.together(() -> linked(related,
				super.updatedOrCreated(recipe, lookups, values, related.belonging(createDefaults))));
		related.forget();
		return got;
	}

	@Override
	final void forgetRows() {
		related().forget();
	}

	private Getting<T> linked(RelatedRows related, Getting<T> got) {
		if (got.created()) {
			related.link(got.instance(), joining());
			related.forget();
		}
		return got;
	}

	/**
	 * Make an instance, insert it and relate it.
	 * @param values its attributes by name
	 * @param throughDefaults attributes of the join row by name
	 * @return the instance
	 */
	public final T create(Map<String, ?> values, Map<String, ?> throughDefaults) {
		return with(throughDefaults).create(values);
	}

	private RelatedManager<T> with(Map<String, ?> defaults) {
		return defaults.isEmpty() ? this : throughDefaults(defaults);
	}

	/**
	 * Relate instances; those related already stay so.
	 * @param targets the instances
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final void add(T... targets) {
		related().add(Arrays.asList(targets), true, joining());
	}

	/**
	 * Relate instances in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @param throughDefaults attributes of new join rows by name
	 */
	public final void add(Collection<?> targets, boolean bulk, Map<String, ?> throughDefaults) {
		related().add(targets, bulk, with(throughDefaults).joining());
	}

	/**
	 * Relate rows of which only the keys are known; nothing is read.
	 * @param keys the keys
	 * @throws IllegalQueryException unless the relation is many-to-many: a foreign key is
	 * that of an instance
	 */
	public final void addKeys(Object... keys) {
		related().add(Arrays.asList(keys), true, joining());
	}

	/**
	 * Relate instances no longer.
	 * @param targets the instances
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final void remove(T... targets) {
		remove(Arrays.asList(targets), true);
	}

	/**
	 * Relate instances no longer, in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public final void remove(Collection<?> targets, boolean bulk) {
		related().remove(targets, bulk);
	}

	/**
	 * Relate rows no longer, of which only the keys are known.
	 * @param keys the keys
	 * @throws IllegalQueryException unless the relation is many-to-many
	 */
	public final void removeKeys(Object... keys) {
		remove(Arrays.asList(keys), true);
	}

	/**
	 * Relate no instance any longer.
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public final void clear() {
		clear(true);
	}

	/**
	 * Relate no instance any longer, in a way of your own.
	 * @param bulk whether one UPDATE does it; else each instance is loaded and saved
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public final void clear(boolean bulk) {
		related().clear(bulk);
	}

	/**
	 * Relate these instances and no others, writing only what differs.
	 * @param targets the instances
	 */
	public final void set(Collection<? extends T> targets) {
		related().set(targets, true, false, joining());
	}

	/**
	 * Relate these instances and no others in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @param clear whether to remove all first
	 * @param throughDefaults attributes of new join rows by name
	 */
	public final void set(Collection<?> targets, boolean bulk, boolean clear, Map<String, ?> throughDefaults) {
		related().set(targets, bulk, clear, with(throughDefaults).joining());
	}

	/**
	 * Relate these rows and no others, of which only the keys are known.
	 * @param keys the keys
	 * @throws IllegalQueryException unless the relation is many-to-many
	 */
	public final void setKeys(Collection<?> keys) {
		related().set(keys, true, false, joining());
	}

}
