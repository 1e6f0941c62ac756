package dev.orm;

import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Nodes;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;

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

	RelatedManager(Orm orm, Model owner, RelationModel relation) {
		this.orm = orm;
		this.owner = owner;
		this.relation = relation;
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
		return (RelatedManager<T>) Related.find(owner, accessor, true);
	}

	/**
	 * Return the manager of a relation of an instance.
	 * @param <R> the model of the instance
	 * @param <T> the related model
	 * @param owner the instance, loaded or saved
	 * @param path the relation, such as {@code CATEGORY.products()}
	 * @return the manager
	 */
	public static <R extends Model, T extends Model> RelatedManager<T> of(R owner,
			dev.orm.path.ModelPath<? super R, T> path) {
		return of(owner, path.path());
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
	@SuppressWarnings("unchecked")
	protected QuerySet<T> getQuerySet() {
		QuerySet<T> related = new QuerySet<T>().bind(this.orm, spec(), options());
		InstanceState state = InstanceState.ifPresent(this.owner);
		Object cached = (state != null) ? state.related().get(this.relation.name()) : null;
		return (cached instanceof List<?> rows) ? related.prefetched((List<T>) rows) : related;
	}

	private ReadOptions options() {
		dev.orm.model.LoadContext context = InstanceState.context(this.owner);
		ReadOptions options = ReadOptions.DEFAULT.using((context != null) ? context.database() : null);
		return back().map((back) -> options.ownedBy(this.owner, back)).orElse(options);
	}

	private java.util.Optional<RelationModel> back() {
		if (this.relation.kind() != RelationModel.Kind.REVERSE_FOREIGN_KEY) {
			return java.util.Optional.empty();
		}
		return java.util.Optional.ofNullable(this.relation.foreignKey().relation());
	}

	private QuerySpec spec() {
		EntityModel target = this.relation.target();
		FieldModel key = this.relation.path().get(0).fromField();
		Object value = EntityBinding.<Model>of(this.owner.getClass()).get(this.owner, key.index());
		Object id = (value instanceof ToOne<?> handle) ? handle.id() : value;
		if (id == null) {
			throw new QueryValueException(
					"%s needs to have a value for field '%s' before this relationship can be used."
						.formatted(this.owner, key.name()));
		}
		return QuerySpec.of(target)
			.then(new Operation.RelatedTo(dev.orm.load.Reader.wayBack(this.relation), Nodes.of(id), "exact"));
	}

}
