package dev.orm.resolve;

import dev.orm.meta.EntityModel;
import dev.orm.meta.JoinStep;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table of the FROM clause while a query is resolved: how it is joined and how often it
 * is used. Changed by the {@link JoinGraph} only.
 */
final class TableAlias {

	final String alias;

	/**
	 * The alias Django would choose: joins of two queries correspond if these are equal.
	 */
	final String natural;

	final EntityModel model;

	final @Nullable String parent;

	/** How it is joined; null for the table of the query itself. */
	final ResolvedPath.@Nullable Hop hop;

	final @Nullable JoinStep step;

	final @Nullable String filteredRelation;

	private boolean base;

	private boolean left;

	private boolean nullable;

	private int uses;

	private @Nullable Sql condition;

	TableAlias(String alias, String natural, EntityModel model, @Nullable String parent,
			ResolvedPath.@Nullable Hop hop) {
		this.alias = alias;
		this.natural = natural;
		this.model = model;
		this.parent = parent;
		this.hop = hop;
		this.step = (hop != null) ? hop.step() : null;
		this.filteredRelation = (hop != null) ? hop.filteredRelation() : null;
		this.base = (hop == null);
	}

	/** Whether rows without a match stay. */
	boolean isLeft() {
		return this.left;
	}

	void left(boolean optional) {
		this.left = optional;
	}

	/** Whether the statement begins with the table. */
	boolean isBase() {
		return this.base;
	}

	void rebase() {
		this.base = true;
		this.left = false;
	}

	/** Whether there may be rows without a match. */
	boolean isNullable() {
		return this.nullable;
	}

	void joined(boolean mayMiss, boolean optional) {
		this.nullable = mayMiss;
		this.left = optional;
		this.uses = 1;
	}

	boolean isUsed() {
		return this.uses > 0;
	}

	int uses() {
		return this.uses;
	}

	void use() {
		this.uses++;
	}

	void release() {
		this.uses--;
	}

	/** What rows must satisfy to be joined, besides the keys. */
	@Nullable Sql condition() {
		return this.condition;
	}

	void condition(@Nullable Sql further) {
		this.condition = further;
	}

	boolean isSameJoin(String parentAlias, JoinStep joinStep, @Nullable String relation) {
		return joinStep.equals(this.step) && parentAlias.equals(this.parent)
				&& ((relation != null) ? relation.equals(this.filteredRelation) : this.filteredRelation == null);
	}

}
