package dev.orm;

import java.util.List;

import dev.orm.load.PrefetchRequest;
import dev.orm.load.ReadOptions;
import dev.orm.model.Model;
import dev.orm.path.GenericColumn;
import dev.orm.path.ModelPath;
import org.jspecify.annotations.Nullable;

/**
 * A relation to load together with a queryset's rows, and how. Immutable. Django's
 * {@code Prefetch}.
 */
public final class Prefetch {

	private final String path;

	private final @Nullable Instances<?, ?> queryset;

	private final @Nullable String attribute;

	/** The rows of a generic key, by model. */
	private final List<Instances<?, ?>> mixed;

	private Prefetch(String path, @Nullable Instances<?, ?> queryset, @Nullable String attribute) {
		this(path, queryset, attribute, List.of());
	}

	private Prefetch(String path, @Nullable Instances<?, ?> queryset, @Nullable String attribute,
			List<Instances<?, ?>> mixed) {
		this.path = path;
		this.queryset = queryset;
		this.attribute = attribute;
		this.mixed = mixed;
	}

	/**
	 * Load all rows of a relation.
	 * @param path the accessors, joined by two underscores
	 * @return a prefetch
	 */
	public static Prefetch of(String path) {
		return new Prefetch(path, null, null);
	}

	/**
	 * Load some rows of a relation; a slice is taken for each owner.
	 * @param path the accessors, joined by two underscores
	 * @param queryset which rows, in which order, with what
	 * @return a prefetch
	 */
	public static Prefetch prefetch(String path, Instances<?, ?> queryset) {
		return new Prefetch(path, queryset, null);
	}

	/**
	 * Load some rows of a relation; a slice is taken for each owner.
	 * @param <M> the related model
	 * @param path the relation
	 * @param queryset which rows, in which order, with what
	 * @return a prefetch
	 */
	public static <M extends Model> Prefetch prefetch(ModelPath<?, M> path, Instances<M, ?> queryset) {
		return new Prefetch(path.path(), queryset, null);
	}

	/**
	 * Load what a generic key points to, by one query for each model.
	 * @param key the key, such as {@code COMMENT.target}
	 * @param querysets which rows, with what, each of another model; all rows of models
	 * that none is given for
	 * @return a prefetch
	 */
	public static Prefetch prefetch(GenericColumn<?, ?> key, Instances<?, ?>... querysets) {
		return new Prefetch(key.path(), null, null, List.of(querysets));
	}

	/**
	 * Keep the rows under a name of their own, read by {@code instance.get(name)}, and
	 * leave the relation as it is.
	 * @param name the name
	 * @return a copy
	 */
	public Prefetch to(String name) {
		return new Prefetch(this.path, this.queryset, name, this.mixed);
	}

	PrefetchRequest request() {
		if (this.queryset == null) {
			return new PrefetchRequest(this.path, null, ReadOptions.DEFAULT, this.attribute,
					this.mixed.stream().map((rows) -> new Prefetch(this.path, rows, null).request()).toList());
		}
		Recipe recipe = this.queryset.recipe();
		return new PrefetchRequest(this.path, recipe.spec(), recipe.options(), this.attribute);
	}

}
