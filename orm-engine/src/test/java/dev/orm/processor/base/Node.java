package dev.orm.processor.base;

import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A parent whose relation leads to whatever extends it.
 *
 * @param <K> the key
 * @param <T> the model itself
 */
public abstract class Node<K, T extends Model> extends HiddenKey<K> {

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("%(class)sChildren")
	@Nullable ForeignKey<T> parent;

	protected int depth;

	public @Nullable ForeignKey<T> getParent() {
		return this.parent;
	}

	protected int getDepth() {
		return this.depth;
	}

}
