package dev.orm.model;

import dev.orm.annotation.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * What the source code says of a foreign key or one-to-one relation. Immutable.
 *
 * @param target the target model
 * @param toField the attribute of the target that is stored; empty for its key
 * @param onDelete what happens when the target is deleted
 * @param setValue the key {@link OnDeleteAction#SET} stores, as text
 * @param relatedName the accessor on the other side; null for the default, {@code "+"}
 * for none
 * @param relatedQueryName the name in paths; null for the default
 */
public record RelationDescription(Class<? extends Model> target, String toField, OnDeleteAction onDelete,
		String setValue, @Nullable String relatedName, @Nullable String relatedQueryName) {

}
