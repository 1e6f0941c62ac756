package dev.orm;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.history.Version;
import dev.orm.history.Versions;
import dev.orm.load.ReadOptions;
import dev.orm.load.raw.RawSql;
import dev.orm.model.Model;
import dev.orm.model.TypeArguments;
import dev.orm.path.Column;
import dev.orm.path.ColumnPaths;
import dev.orm.persist.Deleted;
import dev.orm.persist.SaveOptions;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Route;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.ValidationOptions;
import dev.orm.validate.form.ModelBinder;
import org.jspecify.annotations.Nullable;

/**
 * A manager: the door to the rows of a model. Extend it for one with a starting queryset
 * or methods of its own, and make it a bean; it is bound to the {@link Orm} at start-up.
 * It answers to all that its querysets answer to, but for deleting all rows by a slip.
 * Thread-safe. Django's {@code Manager}.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class AbstractManager<T extends Model, S extends AbstractQuerySet<T, S>> extends Instances<T, S> {

	private volatile @Nullable S start;

	/** Create a manager that is not bound yet. */
	protected AbstractManager() {
	}

	/**
	 * Return the queryset all methods of the manager start from. Override it to restrict
	 * the manager to some rows.
	 * @return a queryset
	 */
	protected S getQuerySet() {
		S bound = this.start;
		return (bound != null) ? bound : firstUse();
	}

	/** Return the queryset of a manager that is not bound yet. */
	S firstUse() {
		throw new IllegalStateException(
				"%s is not bound to an Orm: make it a bean, or call Orm.bind(manager)".formatted(getClass().getName()));
	}

	@Override
	public final S all() {
		return getQuerySet();
	}

	@Override
	final S rows() {
		return getQuerySet();
	}

	@Override
	final Recipe recipe() {
		return getQuerySet().recipe();
	}

	@Override
	final S bound(Recipe recipe) {
		return getQuerySet().bound(recipe);
	}

	/**
	 * Save an instance: an UPDATE if it has a key, an INSERT if it has none or no row was
	 * there.
	 * @param instance the instance
	 * @return the instance
	 */
	public final T save(T instance) {
		return save(instance, UnaryOperator.identity());
	}

	/**
	 * Save an instance and let the database compute some fields; the computed values come
	 * back into the instance.
	 * @param instance the instance
	 * @param assignments the expressions, made by {@code set}
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T save(T instance, Assignment<? super T>... assignments) {
		return save(instance, (options) -> options.computing(List.of(assignments)));
	}

	/**
	 * Save some fields of an instance, by an UPDATE. Django's
	 * {@code save(update_fields=[…])}.
	 * @param instance the instance
	 * @param first a field to save
	 * @param more further fields to save
	 * @return the instance
	 * @throws dev.orm.error.NotUpdatedException if there is no row
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T save(T instance, Column<? super T, ?> first, Column<? super T, ?>... more) {
		return save(instance, (options) -> options.updateFields(ColumnPaths.of(first, more)));
	}

	/**
	 * Save an instance in a way of your own.
	 * @param instance the instance
	 * @param saving changes the options, such as
	 * {@code (options) -> options.updateFields(List.of("name"))}
	 * @return the instance
	 * @throws dev.orm.error.NotUpdatedException if a forced update found no row
	 */
	public final T save(T instance, UnaryOperator<SaveOptions> saving) {
		Recipe recipe = recipe();
		recipe.orm().persistence().save(instance, saving.apply(SaveOptions.on(recipe.written(instance))));
		return instance;
	}

	/**
	 * Say what is wrong with an instance: its fields, its {@code clean}, then uniqueness
	 * and targets by one statement. Django's {@code full_clean()}, without an exception.
	 * @param instance the instance
	 * @return what is wrong; empty if nothing is
	 */
	public final ValidationErrors validate(T instance) {
		return validate(instance, UnaryOperator.identity());
	}

	/**
	 * Say what is wrong with some of an instance.
	 * @param instance the instance
	 * @param how what to look at, such as {@code (how) -> how.only(PRODUCT.name)}
	 * @return what is wrong; empty if nothing is
	 */
	public final ValidationErrors validate(T instance, UnaryOperator<ValidationOptions> how) {
		Recipe recipe = recipe();
		return recipe.orm()
			.validation()
			.validate(recipe.spec().model(), List.of(instance), how.apply(ValidationOptions.ALL),
					recipe.written(instance));
	}

	/**
	 * Say what is wrong with instances, by one statement for all of them.
	 * @param instances the instances
	 * @return what is wrong, {@code at(row)} with which
	 */
	public final ValidationErrors validateAll(Collection<? extends T> instances) {
		Recipe recipe = recipe();
		return recipe.orm()
			.validation()
			.validate(recipe.spec().model(), List.copyOf(instances), ValidationOptions.ALL, recipe.written(instances));
	}

	/**
	 * Refuse an instance that is not valid. Django's {@code full_clean()}.
	 * @param instance the instance
	 * @throws dev.orm.validate.InvalidInstanceException if something is wrong
	 */
	public final void fullClean(T instance) {
		ValidationErrors errors = validate(instance);
		if (!errors.isEmpty()) {
			throw new InvalidInstanceException(recipe().spec().model().name(), errors);
		}
	}

	/**
	 * Say what a violated constraint means, in the shape of validation: somebody else may
	 * have been faster.
	 * @param refusal what a write of this model raised
	 * @return what is wrong; empty if it is no violated constraint
	 */
	public final ValidationErrors explain(RuntimeException refusal) {
		Recipe recipe = recipe();
		return recipe.orm().validation().explain(recipe.spec().model(), refusal);
	}

	/**
	 * Make what takes the values of a request over into instances, those of some fields
	 * only. Django's {@code modelform_factory(fields=[…])}.
	 * @param fields the fields that may be given
	 * @return a binder, to keep and share
	 * @throws dev.orm.error.FieldException if no field is named, or one is not to be
	 * edited
	 */
	@SafeVarargs
	public final ModelBinder<T> binder(Column<? super T, ?>... fields) {
		String[] attributes = new String[fields.length];
		for (int i = 0; i < fields.length; i++) {
			attributes[i] = fields[i].path();
		}
		return binder(attributes);
	}

	/**
	 * Make what takes the values of a request over into instances.
	 * @param attributes the attributes that may be given
	 * @return a binder, to keep and share
	 * @throws dev.orm.error.FieldException if none is named, one is unknown, or one is
	 * not to be edited
	 */
	public final ModelBinder<T> binder(String... attributes) {
		Recipe recipe = recipe();
		return ModelBinder.of(recipe.spec().model(), List.of(attributes), recipe.orm().validation(),
				new FilledRows<>(this));
	}

	/**
	 * Delete an instance and what depends on it. Where the model has a
	 * {@code @SoftDelete}, its row is marked, and so are those a cascade leads to that
	 * have one.
	 * @param instance the instance; it is new again afterwards, unless its row is only
	 * marked
	 * @return what was deleted
	 */
	public final Deleted delete(T instance) {
		Recipe recipe = recipe();
		return recipe.orm().persistence().deleter().delete(instance, recipe.written(instance));
	}

	/**
	 * Remove the row of an instance and what depends on it, whether they have marks of
	 * deletion or not.
	 * @param instance the instance; it is new again afterwards
	 * @return what was removed
	 */
	public final Deleted hardDelete(T instance) {
		Recipe recipe = recipe();
		return recipe.orm().persistence().deleter().remove(instance, recipe.written(instance));
	}

	/**
	 * Take back the mark of deletion from the row of an instance, and from all that were
	 * marked with it.
	 * @param instance the instance, as its row was read
	 * @return which rows live again; none if it bears no mark
	 * @throws IllegalQueryException if the model has no {@code @SoftDelete}
	 * @throws dev.orm.error.UniqueViolationException if a row that lives has what must be
	 * unique
	 */
	public final Deleted restore(T instance) {
		Recipe recipe = recipe();
		return recipe.orm().persistence().deleter().restore(instance, recipe.written(instance));
	}

	/**
	 * Read the fields of an instance anew; relations it has fetched are forgotten.
	 * @param instance a saved instance
	 * @param fields the fields; all if none
	 * @return the instance
	 */
	public final T refresh(T instance, String... fields) {
		refresh(instance, List.of(fields));
		return instance;
	}

	/**
	 * Read some fields of an instance anew.
	 * @param instance a saved instance
	 * @param first a field to read
	 * @param more further fields to read
	 * @return the instance
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T refresh(T instance, Column<? super T, ?> first, Column<? super T, ?>... more) {
		refresh(instance, ColumnPaths.of(first, more));
		return instance;
	}

	private void refresh(T instance, List<String> fields) {
		Recipe recipe = recipe();
		recipe.orm().reader().known().refresh(instance, fields, recipe.options().route());
	}

	/**
	 * Read what an instance was, and is.
	 * @param instance a saved instance
	 * @return its versions, the oldest first, the last of which may be as it is now
	 * @throws IllegalQueryException if the model does not keep its history
	 */
	public final List<Version<T>> versions(T instance) {
		return versionsOf(Objects.requireNonNull(instance.pk(), "An instance without a key has no versions"));
	}

	/**
	 * Read what a row was, which may be gone.
	 * @param key its key; a list of its parts for a composite one
	 * @return its versions, the oldest first; empty if there never was such a row
	 * @throws IllegalQueryException if the model does not keep its history
	 */
	@SuppressWarnings("unchecked")
	public final List<Version<T>> versionsOf(Object key) {
		Recipe recipe = recipe();
		Versions versions = new Versions(recipe.orm().reader(), recipe.spec().model());
		return (List<Version<T>>) (List<?>) versions.of(key, recipe.asked());
	}

	/**
	 * Use another database: a manager of the same rows there, with all methods of this
	 * class. Those of a subclass are not among them; their querysets have
	 * {@link #using(String)}.
	 * @param alias the alias of the database
	 * @return a manager
	 * @throws dev.orm.error.IllegalQueryException if no database can be called so
	 */
	public final AbstractManager<T, S> on(String alias) {
		return new RoutedManager<>(this, Route.to(alias));
	}

	/**
	 * Read instances by a statement of your own. Placeholders are {@code ?} or, as in
	 * Django, {@code %s}; values are bound, never written into the text.
	 * @param sql the text
	 * @param values the values
	 * @return the rows
	 */
	public final RawQuerySet<T> raw(String sql, @Nullable Object... values) {
		return raw(RawSql.of(sql, values));
	}

	/**
	 * Read instances by a statement of your own with named placeholders, {@code :name}
	 * or, as in Django, {@code %(name)s}.
	 * @param sql the text
	 * @param values the values by name
	 * @return the rows
	 */
	public final RawQuerySet<T> raw(String sql, Map<String, ?> values) {
		return raw(RawSql.of(sql, values));
	}

	private RawQuerySet<T> raw(RawSql sql) {
		Recipe recipe = recipe();
		return new RawQuerySet<>(recipe.orm(), recipe.spec().model(), sql, Map.of(), recipe.options());
	}

	/**
	 * Return the model class, as the type arguments of the subclass tell.
	 * @return the class
	 */
	@SuppressWarnings("unchecked")
	public Class<T> modelType() {
		return (Class<T>) argument(0);
	}

	@SuppressWarnings("unchecked")
	S newQuerySet() {
		Class<?> type = argument(1);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return (S) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new ModelDefinitionException("%s needs a constructor without arguments".formatted(type.getName()),
					Subject.ofArgument(type.getName()), ex);
		}
	}

	final S bind(Orm orm) {
		QuerySpec rows = QuerySpec.of(orm.models().model(modelType()));
		S bound = newQuerySet().bound(new Recipe(orm, rows, ReadOptions.DEFAULT));
		this.start = bound;
		return bound;
	}

	private Class<?> argument(int index) {
		Class<?> type = TypeArguments.of(getClass(), AbstractManager.class, index);
		if (type == null) {
			throw new ModelDefinitionException(
					"%s must extend AbstractManager with the classes of its model and queryset"
						.formatted(getClass().getName()),
					Subject.ofArgument(getClass().getName()));
		}
		return type;
	}

}
