package dev.orm.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.meta.JoinStep;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one query and how they are joined, as Django's {@code Query.alias_map}:
 * which joins are shared, which are LEFT and which INNER. Mutable, used by one thread
 * while a query is resolved.
 */
final class JoinGraph {

	private final Map<String, TableAlias> tables = new LinkedHashMap<>();

	private final String prefix;

	private int created;

	/**
	 * Create a graph without tables.
	 * @param depth how many queries there are around: the aliases of each have a letter
	 * of their own, so that none hides another
	 */
	JoinGraph(int depth) {
		int letter = (depth < 7) ? 't' + depth : 'a' + (depth - 7) % 19;
		this.prefix = (char) letter + ((depth < 26) ? "" : depth + "_");
	}

	/** Return the alias of the first table, adding it if there is none. */
	String base(EntityModel model) {
		if (!this.tables.isEmpty()) {
			return ref(this.tables.keySet().iterator().next());
		}
		TableAlias table = create(model.concrete(), null, null);
		table.use();
		return table.alias;
	}

	TableAlias get(String alias) {
		TableAlias table = this.tables.get(alias);
		if (table == null) {
			throw new IllegalStateException("No table has the alias " + alias + ": " + this.tables.keySet());
		}
		return table;
	}

	boolean contains(String alias) {
		return this.tables.containsKey(alias);
	}

	Collection<TableAlias> all() {
		return this.tables.values();
	}

	List<TableAlias> used() {
		return this.tables.values().stream().filter((table) -> table.isUsed()).toList();
	}

	/** Join a table on a further condition. */
	void restrict(TableAlias table, @Nullable Sql condition) {
		table.condition(condition);
	}

	/**
	 * Join a step, sharing a join that is there already if it may be.
	 * @param scope the joins that may be shared
	 */
	TableAlias join(String parent, ResolvedPath.Hop hop, JoinScope scope) {
		TableAlias shared = find(parent, hop.step(), hop.filteredRelation(), scope);
		return (shared != null) ? shared : add(parent, hop);
	}

	/**
	 * Use a join that is there already and may be shared; null if there is none.
	 * @param scope the joins that may be shared
	 */
	@Nullable TableAlias find(String parent, JoinStep step, @Nullable String filteredRelation, JoinScope scope) {
		TableAlias shared = null;
		for (TableAlias table : this.tables.values()) {
			if (scope.allows(table.alias) && table.isSameJoin(parent, step, filteredRelation)) {
				shared = table;
			}
		}
		if (shared != null) {
			shared.use();
		}
		return shared;
	}

	/** Join a step by a join of its own. */
	TableAlias add(String parent, ResolvedPath.Hop hop) {
		JoinStep step = hop.step();
		TableAlias table = create(step.to().concrete(), parent, hop);
		table.joined(step.nullable(), step.nullable() || get(parent).isLeft());
		return table;
	}

	private TableAlias create(EntityModel model, @Nullable String parent, ResolvedPath.@Nullable Hop hop) {
		String filteredRelation = (hop != null) ? hop.filteredRelation() : null;
		boolean first = this.tables.values()
			.stream()
			.noneMatch((table) -> table.model.table().name().equals(model.table().name()));
		String natural = (filteredRelation != null) ? filteredRelation
				: first ? model.table().name() : "T" + (this.tables.size() + 1);
		TableAlias table = new TableAlias(this.prefix + this.created++, natural, model, parent, hop);
		this.tables.put(table.alias, table);
		return table;
	}

	/** Let the first table still in use be the one the others are joined to. */
	void rebase() {
		this.tables.values().stream().filter((table) -> table.isUsed()).findFirst().ifPresent((table) -> {
			table.rebase();
		});
	}

	/** Move a table behind those it needs in its ON condition. */
	void moveLast(TableAlias table) {
		this.tables.remove(table.alias);
		this.tables.put(table.alias, table);
	}

	String ref(String alias) {
		get(alias).use();
		return alias;
	}

	void unref(String alias) {
		get(alias).release();
	}

	Map<String, Integer> usage() {
		Map<String, Integer> usage = new HashMap<>();
		this.tables.values().forEach((table) -> usage.put(table.alias, table.uses()));
		return usage;
	}

	Set<String> usedMoreThan(Map<String, Integer> before) {
		Set<String> more = new HashSet<>();
		for (TableAlias table : this.tables.values()) {
			if (table.uses() > before.getOrDefault(table.alias, 0)) {
				more.add(table.alias);
			}
		}
		return more;
	}

	/** The aliases by those Django would choose. */
	Map<String, String> byNaturalName() {
		Map<String, String> aliases = new HashMap<>();
		this.tables.values().forEach((table) -> aliases.put(table.natural, table.alias));
		return aliases;
	}

	Set<String> inner() {
		Set<String> inner = new HashSet<>();
		this.tables.values()
			.stream()
			.filter((table) -> !table.isBase() && !table.isLeft())
			.forEach((table) -> inner.add(table.alias));
		return inner;
	}

	/** Turn INNER joins that may miss rows, and all that hang on them, into LEFT ones. */
	void promote(Collection<String> aliases) {
		Deque<String> queue = new ArrayDeque<>(aliases);
		while (!queue.isEmpty()) {
			TableAlias table = get(queue.poll());
			if (table.isBase() || table.isLeft() || !(table.isNullable() || parentIsLeft(table))) {
				continue;
			}
			table.left(true);
			children(table.alias).stream().filter((child) -> !queue.contains(child)).forEach(queue::add);
		}
	}

	/**
	 * Turn LEFT joins whose rows are required, and the INNER chains they hang on, into
	 * INNER ones.
	 */
	void demote(Collection<String> aliases) {
		Deque<String> queue = new ArrayDeque<>(aliases);
		while (!queue.isEmpty()) {
			TableAlias table = get(queue.poll());
			if (!table.isLeft()) {
				continue;
			}
			table.left(false);
			if (table.parent != null && !get(table.parent).isBase() && !get(table.parent).isLeft()) {
				queue.add(table.parent);
			}
		}
	}

	/** The to-many join next to the root on the way to a table; null if there is none. */
	@Nullable String toMany(String alias) {
		String found = null;
		String current = alias;
		while (current != null && contains(current)) {
			TableAlias table = get(current);
			found = (table.step != null && table.step.multiValued()) ? current : found;
			current = table.parent;
		}
		return found;
	}

	private boolean parentIsLeft(TableAlias table) {
		return table.parent != null && get(table.parent).isLeft();
	}

	private List<String> children(String alias) {
		List<String> children = new ArrayList<>();
		for (TableAlias table : this.tables.values()) {
			if (alias.equals(table.parent)) {
				children.add(table.alias);
			}
		}
		return children;
	}

}
