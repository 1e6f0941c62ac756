package dev.orm;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.execute.Database;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Query;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manager that is bound to an {@link Orm} and starts querysets.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class BoundManager<T extends Model, S extends AbstractQuerySet<T, S>> implements QuerySource {

	private volatile @Nullable S start;

	BoundManager() {
	}

	/**
	 * Return the queryset all methods of the manager start from. Override it to restrict
	 * the manager to some rows.
	 * @return a queryset
	 */
	protected S getQuerySet() {
		S bound = this.start;
		if (bound == null) {
			throw new IllegalStateException("%s is not bound to an Orm: make it a bean, or call Orm.bind(manager)"
				.formatted(getClass().getName()));
		}
		return bound;
	}

	/**
	 * Return a queryset of all rows.
	 * @return a queryset
	 */
	public final S all() {
		return getQuerySet();
	}

	@Override
	public final Query query() {
		return getQuerySet().query();
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
					ex);
		}
	}

	final void bind(Orm orm) {
		this.start = newQuerySet().bind(orm, QuerySpec.of(orm.models().model(modelType())), ReadOptions.DEFAULT);
	}

	final Orm orm() {
		return getQuerySet().orm();
	}

	final EntityModel model() {
		return getQuerySet().spec().model();
	}

	final String database() {
		String asked = getQuerySet().options().database();
		return (asked != null) ? asked : Database.DEFAULT;
	}

	private Class<?> argument(int index) {
		List<Type> arguments = new ArrayList<>();
		for (Class<?> type = getClass(); type != Object.class; type = type.getSuperclass()) {
			if (type.getGenericSuperclass() instanceof ParameterizedType parent
					&& parent.getRawType() == AbstractManager.class) {
				arguments.addAll(List.of(parent.getActualTypeArguments()));
			}
		}
		Type argument = arguments.isEmpty() ? null : arguments.get(index);
		if (argument instanceof Class<?> type) {
			return type;
		}
		throw new ModelDefinitionException("%s must extend AbstractManager with the classes of its model and queryset"
			.formatted(getClass().getName()));
	}

}
