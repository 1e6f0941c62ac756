package dev.orm.meta;

import org.jspecify.annotations.Nullable;

/**
 * The names of the way back, by Django's rules in camel case.
 *
 * @param accessor the accessor on the model pointed to
 * @param query the name in paths
 * @param hidden whether there is no way back
 */
record ReverseName(String accessor, String query, boolean hidden) {

	static ReverseName of(EntityModel source, boolean single, @Nullable String relatedName,
			@Nullable String queryName) {
		String lower = JoinModels.lowerCamelCase(source.simpleName());
		boolean hidden = relatedName != null && relatedName.endsWith("+");
		String accessor = (relatedName != null && !relatedName.isEmpty()) ? relatedName
				: single ? lower : lower + "Set";
		String base = (relatedName != null && !relatedName.isEmpty()) ? relatedName : lower;
		return new ReverseName(accessor, (queryName != null && !queryName.isEmpty()) ? queryName : base, hidden);
	}

}
