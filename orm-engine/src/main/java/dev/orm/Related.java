package dev.orm;

import java.util.Locale;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import org.jspecify.annotations.Nullable;

/**
 * The way from an instance to what points to it:
 * {@code Related.one(user, USER.customer())}.
 */
public final class Related {

	private Related() {
	}

	/**
	 * Return the instance on the other side of a reverse one-to-one, fetching it if
	 * needed.
	 * @param <R> the model of the instance
	 * @param <M> the related model
	 * @param owner the instance, loaded or saved
	 * @param path the relation, such as {@code USER.customer()}
	 * @return the related instance
	 * @throws DoesNotExistException if there is none
	 */
	public static <R extends Model, M extends Model> M one(R owner, ModelPath<? super R, M> path) {
		M found = oneOrNull(owner, path);
		if (found == null) {
			throw missing(owner, path.path());
		}
		return found;
	}

	/**
	 * Return the instance on the other side of a reverse one-to-one, fetching it if
	 * needed.
	 * @param <R> the model of the instance
	 * @param <M> the related model
	 * @param owner the instance, loaded or saved
	 * @param path the relation, such as {@code USER.customer()}
	 * @return the related instance, or null if there is none
	 */
	@SuppressWarnings("unchecked")
	public static <R extends Model, M extends Model> @Nullable M oneOrNull(R owner, ModelPath<? super R, M> path) {
		return (M) find(owner, path.path(), false);
	}

	/**
	 * Return what a relation's accessor leads to: a manager, or an instance or null.
	 * @param owner the instance, loaded or saved
	 * @param accessor the accessor
	 * @return a {@link RelatedManager} for to-many relations, an instance or null for
	 * others
	 * @throws QueryValueException if the instance is not saved
	 */
	public static @Nullable Object get(Model owner, String accessor) {
		Object found = found(owner, accessor);
		return (found instanceof RelatedRows rows) ? rows.manager() : found;
	}

	/** The rows of a to-many relation, or what the accessor of another leads to. */
	static @Nullable Object found(Model owner, String accessor) {
		LoadContext context = InstanceState.context(owner);
		if (context == null) {
			throw unsaved(owner.getClass().getSimpleName(), accessor);
		}
		return context.related(owner, accessor);
	}

	private static QueryValueException unsaved(String model, String accessor) {
		String instance = model.substring(0, 1).toLowerCase(Locale.ROOT) + model.substring(1);
		return new QueryValueException("%s is not saved yet, so it has no %s. Save it first: %ss.save(%s)"
			.formatted(model, accessor, instance, instance), Subject.ofAttribute(model, accessor));
	}

	/** The owner's key is data of the error: its message may be read by anyone. */
	static DoesNotExistException missing(Model owner, String accessor) {
		return new DoesNotExistException("%s has no %s.".formatted(model(owner), accessor), model(owner), owner.pk());
	}

	static String model(Model owner) {
		return EntityBinding.of(owner.getClass()).describe().type().getSimpleName();
	}

	/** The child an instance is, or the child of that child. */
	static Model narrow(EntityModel model, Model instance) {
		for (RelationModel relation : model.relations()) {
			boolean child = relation.kind() == RelationModel.Kind.REVERSE_ONE_TO_ONE
					&& relation.foreignKey() == relation.target().parentLink();
			if (child && get(instance, relation.name()) instanceof Model found) {
				return narrow(relation.target(), found);
			}
		}
		return instance;
	}

	static @Nullable Object find(Model owner, String accessor, boolean many) {
		Object found = get(owner, accessor);
		if (many != (found instanceof RelatedManager<?>)) {
			throw new RelationOperationException(
					"'%s' of %s leads to %s.".formatted(accessor, model(owner),
							many ? "one row: use Related.one" : "many rows: use RelatedManager.of"),
					Subject.ofAttribute(model(owner), accessor));
		}
		return found;
	}

}
