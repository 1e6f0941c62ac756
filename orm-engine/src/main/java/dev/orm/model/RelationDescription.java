package dev.orm.model;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.SetKey;
import org.jspecify.annotations.Nullable;

/**
 * What the source code says of a foreign key or one-to-one relation. Immutable.
 *
 * @param target the target model
 * @param toField the attribute of the target that is stored; empty for its key
 * @param onDelete what happens when the target is deleted
 * @param setValue the key {@link OnDeleteAction#SET} stores, as text
 * @param setBy what finds that key instead; null for nothing
 * @param relatedName the accessor on the other side; null for the default, {@code "+"}
 * for none
 * @param relatedQueryName the name in paths; null for the default
 */
public record RelationDescription(Class<? extends Model> target, String toField, OnDeleteAction onDelete,
		String setValue, @Nullable Class<? extends SetKey> setBy, @Nullable String relatedName,
		@Nullable String relatedQueryName) {

	/**
	 * Describe a relation whose keys nothing finds.
	 * @param target the target model
	 * @param toField the attribute of the target that is stored; empty for its key
	 * @param onDelete what happens when the target is deleted
	 * @param setValue the key {@link OnDeleteAction#SET} stores, as text
	 * @param relatedName the accessor on the other side; null for the default
	 * @param relatedQueryName the name in paths; null for the default
	 */
	public RelationDescription(Class<? extends Model> target, String toField, OnDeleteAction onDelete, String setValue,
			@Nullable String relatedName, @Nullable String relatedQueryName) {
		this(target, toField, onDelete, setValue, null, relatedName, relatedQueryName);
	}

	/**
	 * Return a copy whose keys a class finds.
	 * @param finder the class
	 * @return a copy
	 */
	public RelationDescription by(Class<? extends SetKey> finder) {
		return new RelationDescription(this.target, this.toField, this.onDelete, this.setValue, finder,
				this.relatedName, this.relatedQueryName);
	}

}
