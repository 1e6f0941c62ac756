package dev.orm;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.path.ModelPath;
import dev.orm.persist.Getting;
import dev.orm.persist.ManyToManyWriter;
import dev.orm.persist.ReverseForeignKeyWriter;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;

/**
 * The manager of the rows related to one instance. All methods answer from memory where
 * the relation was prefetched and nothing else is asked. Not thread-safe, as the
 * instance. Django's {@code RelatedManager}.
 *
 * @param <T> the related model
 */
public final class RelatedManager<T extends Model> extends AbstractManager<T, QuerySet<T>> implements ManyToMany<T> {

	private final Orm orm;

	private final Model owner;

	private final RelationModel relation;

	private final List<Assignment<?>> throughDefaults;

	RelatedManager(Orm orm, Model owner, RelationModel relation) {
		this(orm, owner, relation, List.of());
	}

	private RelatedManager(Orm orm, Model owner, RelationModel relation, List<Assignment<?>> throughDefaults) {
		this.orm = orm;
		this.owner = owner;
		this.relation = relation;
		this.throughDefaults = throughDefaults;
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

	/**
	 * Return a manager that gives new join rows attributes, whichever of its methods
	 * makes them. Django's {@code through_defaults}.
	 * @param defaults the attributes by name; a {@code Supplier} is asked once for each
	 * call
	 * @return a manager
	 * @throws IllegalQueryException if the relation has no join rows
	 */
	public RelatedManager<T> throughDefaults(Map<String, ?> defaults) {
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
	public final <J extends Model> RelatedManager<T> throughDefaults(Class<J> through,
			Assignment<? super J>... defaults) {
		RelatedManager<T> joining = joining(List.of(defaults));
		EntityModel model = this.relation.throughTable().model();
		if (model.javaType() != through) {
			throw new IllegalQueryException("%s has join rows of %s, not of %s".formatted(this.relation, model.name(),
					through.getSimpleName()));
		}
		return joining;
	}

	private RelatedManager<T> joining(List<Assignment<?>> defaults) {
		if (!isManyToMany()) {
			throw new IllegalQueryException(
					"%s has no join rows, so it takes no throughDefaults: only many-to-many relations have them."
						.formatted(this.relation));
		}
		return new RelatedManager<>(this.orm, this.owner, this.relation, defaults);
	}

	@Override
	public RelatedManager<T> manager() {
		return this;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Class<T> modelType() {
		return (Class<T>) this.relation.target().javaType();
	}

	@Override
	protected QuerySet<T> getQuerySet() {
		Recipe related = new Recipe(this.orm, spec(), options());
		InstanceState state = InstanceState.ifPresent(this.owner);
		Object cached = (state != null) ? state.related().get(this.relation.name()) : null;
		return new QuerySet<T>().bound((cached instanceof List<?> rows) ? related.knowing(rows) : related);
	}

	@Override
	T created(List<Assignment<?>> assignments) {
		T instance = super.created(belonging(assignments));
		link(instance);
		return instance;
	}

	@Override
	Getting<T> gotOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		return linked(super.gotOrCreated(lookups, belonging(defaults)));
	}

	@Override
	Getting<T> updatedOrCreated(List<Assignment<?>> lookups, List<Assignment<?>> values,
			List<Assignment<?>> createDefaults) {
		return linked(super.updatedOrCreated(lookups, values, belonging(createDefaults)));
	}

	private Getting<T> linked(Getting<T> got) {
		if (got.created()) {
			link(got.instance());
		}
		return got;
	}

	private List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		return isManyToMany() ? assignments : foreignKeys().belonging(assignments);
	}

	private void link(T instance) {
		if (isManyToMany()) {
			joins().add(List.of(instance), this.throughDefaults);
		}
	}

	/**
	 * Make an instance, insert it and relate it.
	 * @param values its attributes by name
	 * @param throughDefaults attributes of the join row by name
	 * @return the instance
	 */
	public T create(Map<String, ?> values, Map<String, ?> throughDefaults) {
		return with(throughDefaults).create(values);
	}

	private RelatedManager<T> with(Map<String, ?> defaults) {
		return defaults.isEmpty() ? this : throughDefaults(defaults);
	}

	/**
	 * Relate instances; those related already stay so.
	 * @param targets instances or, for many-to-many relations, keys
	 */
	public void add(Object... targets) {
		relate(Arrays.asList(targets), true);
	}

	/**
	 * Relate instances in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @param throughDefaults attributes of new join rows by name
	 */
	public void add(Collection<?> targets, boolean bulk, Map<String, ?> throughDefaults) {
		with(throughDefaults).relate(targets, bulk);
	}

	private void relate(Collection<?> targets, boolean bulk) {
		requireBulk(bulk);
		if (isManyToMany()) {
			joins().add(targets, this.throughDefaults);
		}
		else {
			foreignKeys().add(instances(targets), bulk);
		}
	}

	/**
	 * Relate instances no longer.
	 * @param targets instances or, for many-to-many relations, keys
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public void remove(Object... targets) {
		remove(Arrays.asList(targets), true);
	}

	/**
	 * Relate instances no longer, in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public void remove(Collection<?> targets, boolean bulk) {
		requireBulk(bulk);
		if (isManyToMany()) {
			joins().remove(targets);
		}
		else {
			foreignKeys().remove(targets, bulk);
		}
	}

	/**
	 * Relate no instance any longer.
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public void clear() {
		clear(true);
	}

	/**
	 * Relate no instance any longer, in a way of your own.
	 * @param bulk whether one UPDATE does it; else each instance is loaded and saved
	 * @throws dev.orm.error.RelationOperationException if the foreign key cannot be null
	 */
	public void clear(boolean bulk) {
		requireBulk(bulk);
		if (isManyToMany()) {
			joins().clear();
		}
		else {
			foreignKeys().clear(bulk);
		}
	}

	private void requireBulk(boolean bulk) {
		if (!bulk && isManyToMany()) {
			throw new IllegalQueryException("%s changes join rows, not instances: there is nothing to save one by one"
				.formatted(this.relation));
		}
	}

	/**
	 * Relate these instances and no others, writing only what differs.
	 * @param targets instances or, for many-to-many relations, keys
	 */
	public void set(Collection<?> targets) {
		replace(targets, true, false);
	}

	/**
	 * Relate these instances and no others in a way of your own.
	 * @param targets instances or, for many-to-many relations, keys
	 * @param bulk whether one UPDATE does it; else each instance is saved
	 * @param clear whether to remove all first
	 * @param throughDefaults attributes of new join rows by name
	 */
	public void set(Collection<?> targets, boolean bulk, boolean clear, Map<String, ?> throughDefaults) {
		with(throughDefaults).replace(targets, bulk, clear);
	}

	private void replace(Collection<?> targets, boolean bulk, boolean clear) {
		requireBulk(bulk);
		if (isManyToMany()) {
			joins().set(targets, clear, this.throughDefaults);
		}
		else {
			foreignKeys().set(instances(targets), bulk, clear);
		}
	}

	private List<Model> instances(Collection<?> targets) {
		for (Object target : targets) {
			if (!this.relation.target().concrete().javaType().isInstance(target)) {
				throw new IllegalQueryException("'%s' instance expected in %s, got %s"
					.formatted(this.relation.target().name(), this.relation, target));
			}
		}
		return targets.stream().map(Model.class::cast).toList();
	}

	private boolean isManyToMany() {
		return this.relation.kind() == RelationModel.Kind.MANY_TO_MANY;
	}

	private ManyToManyWriter joins() {
		return this.orm.persistence().manyToMany(this.owner, this.relation, alias());
	}

	private ReverseForeignKeyWriter foreignKeys() {
		return this.orm.persistence().reverseForeignKey(this.owner, this.relation, alias());
	}

	private String alias() {
		return new Recipe(this.orm, QuerySpec.of(this.relation.target()), options()).database();
	}

	private ReadOptions options() {
		ReadOptions options = this.orm.reader().optionsOf(this.owner);
		return back().map((back) -> options.ownedBy(this.owner, back)).orElse(options);
	}

	private Optional<RelationModel> back() {
		if (this.relation.kind() != RelationModel.Kind.REVERSE_FOREIGN_KEY) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.relation.foreignKey().relation());
	}

	/** No row can point to a saved instance that has no value for them to point to. */
	private boolean isKnownToHaveNone() {
		return this.relation.kind() == RelationModel.Kind.REVERSE_FOREIGN_KEY && this.owner.pk() != null;
	}

	private QuerySpec spec() {
		EntityModel target = this.relation.target();
		FieldModel key = this.relation.path().get(0).fromField();
		Object value = EntityBinding.<Model>of(this.owner.getClass()).get(this.owner, key.index());
		Object id = (value instanceof ToOne<?> handle) ? handle.id() : value;
		if (id == null && isKnownToHaveNone()) {
			return this.orm.managers().rows(target).then(Operation.Simple.NONE);
		}
		if (id == null) {
			throw new QueryValueException(
					"%s needs to have a value for field '%s' before its relation %s can be used. hint: save it first"
						.formatted(this.owner, key.name(), this.relation.name()));
		}
		return this.orm.managers()
			.rows(target)
			.then(new Restriction.RelatedTo(this.relation.wayBack(), Nodes.of(id), "exact"));
	}

}
