package dev.orm.validate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.model.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * How to validate. Immutable.
 *
 * @param fields the only attributes to look at; null for all
 * @param excluded attributes not to look at
 * @param database whether to ask the database for uniqueness and targets
 * @param uniques whether uniqueness is looked at
 * @param groups the groups of Jakarta's rules; empty for the default
 */
public record ValidationOptions(@Nullable Set<String> fields, Set<String> excluded, boolean database, boolean uniques,
		List<Class<?>> groups) {

	/** Everything is looked at. */
	public static final ValidationOptions ALL = new ValidationOptions(null, Set.of(), true, true, List.of());

	public ValidationOptions {
		fields = (fields != null) ? Set.copyOf(fields) : null;
		excluded = Set.copyOf(excluded);
		groups = List.copyOf(groups);
	}

	/**
	 * Look at some attributes only.
	 * @param attributes the attributes
	 * @return a copy
	 */
	public ValidationOptions only(Attribute... attributes) {
		return new ValidationOptions(names(attributes), this.excluded, this.database, this.uniques, this.groups);
	}

	/**
	 * Leave attributes out. Django's {@code exclude}.
	 * @param attributes the attributes
	 * @return a copy
	 */
	public ValidationOptions without(Attribute... attributes) {
		Set<String> all = new LinkedHashSet<>(this.excluded);
		all.addAll(names(attributes));
		return new ValidationOptions(this.fields, all, this.database, this.uniques, this.groups);
	}

	/**
	 * Send no statement: neither uniqueness nor targets are looked at.
	 * @return a copy
	 */
	public ValidationOptions withoutDatabase() {
		return new ValidationOptions(this.fields, this.excluded, false, this.uniques, this.groups);
	}

	/**
	 * Do not look whether other rows have the values; targets, checks and exclusions are
	 * looked at. Django's {@code validate_unique=False}.
	 * @return a copy
	 */
	public ValidationOptions withoutUnique() {
		return new ValidationOptions(this.fields, this.excluded, this.database, false, this.groups);
	}

	/**
	 * Choose groups of Jakarta's rules.
	 * @param types the groups
	 * @return a copy
	 */
	public ValidationOptions groups(Class<?>... types) {
		return new ValidationOptions(this.fields, this.excluded, this.database, this.uniques, List.of(types));
	}

	/**
	 * Return whether an attribute is looked at.
	 * @param attribute its name
	 * @return true if it is
	 */
	public boolean looksAt(String attribute) {
		return (this.fields == null || this.fields.contains(attribute)) && !this.excluded.contains(attribute);
	}

	private static Set<String> names(Attribute... attributes) {
		Set<String> names = new LinkedHashSet<>();
		Arrays.stream(attributes).forEach((attribute) -> names.add(attribute.path()));
		return names;
	}

}
