package dev.orm.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The named expressions of a query, and which of them are part of its answer. Django's
 * {@code Query.annotations} and {@code annotation_select_mask}. Mutable while the query
 * is resolved.
 */
final class Annotations {

	private final Map<String, Sql> expressions = new LinkedHashMap<>();

	/** The names, which are none to anybody else, of what comes beside the rows. */
	private final Set<String> beside = new LinkedHashSet<>();

	/** The names that are part of the answer; null for all. */
	private @Nullable Set<String> mask;

	@Nullable Sql get(String name) {
		return this.expressions.get(name);
	}

	boolean contains(String name) {
		return this.expressions.containsKey(name);
	}

	Map<String, Sql> all() {
		return Collections.unmodifiableMap(this.expressions);
	}

	Map<String, Sql> selected() {
		if (this.mask == null) {
			return all();
		}
		Map<String, Sql> selected = new LinkedHashMap<>(this.expressions);
		selected.keySet().retainAll(this.mask);
		return selected;
	}

	void add(String name, Sql expression) {
		selectToo(Set.of(name));
		this.expressions.put(name, expression);
	}

	/** Answer an expression beside the rows. */
	void addBeside(Sql expression) {
		String name = "beside " + this.beside.size();
		this.beside.add(name);
		add(name, expression);
	}

	boolean isBeside(String name) {
		return this.beside.contains(name);
	}

	/** Make expressions known before those there are. */
	void addFirst(Map<String, Sql> first) {
		Map<String, Sql> others = new LinkedHashMap<>(this.expressions);
		this.expressions.clear();
		this.expressions.putAll(first);
		this.expressions.putAll(others);
		selectToo(first.keySet());
	}

	/** Make an expression known by a name that is no part of the answer. */
	void addHidden(String name, Sql expression) {
		Set<String> others = new LinkedHashSet<>(selected().keySet());
		others.remove(name);
		this.mask = others;
		this.expressions.put(name, expression);
	}

	/** Know, and answer, these expressions only. */
	void replace(Map<String, Sql> others) {
		Map<String, Sql> copy = new LinkedHashMap<>(others);
		this.expressions.clear();
		this.expressions.putAll(copy);
		this.mask = null;
	}

	void select(Set<String> names) {
		this.mask = new LinkedHashSet<>(names);
	}

	private void selectToo(Set<String> names) {
		if (this.mask != null) {
			this.mask.addAll(names);
		}
	}

	Annotations copy() {
		Annotations copy = new Annotations();
		copy.replace(this.expressions);
		copy.beside.addAll(this.beside);
		copy.mask = (this.mask != null) ? Set.copyOf(this.mask) : null;
		return copy;
	}

	/** Forget what was added since a copy was taken. */
	void restore(Annotations copy) {
		replace(copy.expressions);
		this.mask = (copy.mask != null) ? new LinkedHashSet<>(copy.mask) : null;
	}

}
