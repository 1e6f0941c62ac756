package dev.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * What the source code says of a many-to-many relation. Immutable.
 *
 * @param name the attribute
 * @param declaredBy the model that declares it
 * @param target the target model
 * @param through the join model; null for a generated join table
 * @param table the generated join table, with an empty name if there is a join model
 * @param source the column (or, with a join model, the attribute) that points to the
 * declaring model; empty to find it
 * @param targetColumn the column (or attribute) that points to the other model; empty to
 * find it
 * @param symmetrical whether a-b means b-a too
 * @param relatedName the accessor on the other side; null for the default, {@code "+"}
 * for none
 * @param relatedQueryName the name in paths; null for the default
 */
public record ManyToManyDescription(String name, Class<? extends Model> declaredBy, Class<? extends Model> target,
		@Nullable Class<? extends Model> through, TableName table, String source, String targetColumn,
		boolean symmetrical, @Nullable String relatedName, @Nullable String relatedQueryName) {

}
