package dev.orm.resolve;

import dev.orm.meta.EntityModel;
import dev.orm.meta.JoinStep;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A table of the FROM clause while a query is resolved: how it is joined and how often it
 * is used. Mutable.
 */
final class TableAlias {

	final String alias;

	/**
	 * The alias Django would choose: joins of two queries correspond if these are equal.
	 */
	final String natural;

	final EntityModel model;

	final @Nullable String parent;

	final @Nullable JoinStep step;

	final @Nullable String filteredRelation;

	boolean base;

	boolean left;

	boolean nullable;

	int uses;

	@Nullable Sql extraCondition;

	TableAlias(String alias, String natural, EntityModel model, @Nullable String parent, @Nullable JoinStep step,
			@Nullable String filteredRelation) {
		this.alias = alias;
		this.natural = natural;
		this.model = model;
		this.parent = parent;
		this.step = step;
		this.filteredRelation = filteredRelation;
		this.base = (step == null);
	}

	boolean isSameJoin(String parentAlias, JoinStep joinStep, @Nullable String relation) {
		return joinStep.equals(this.step) && parentAlias.equals(this.parent)
				&& ((relation != null) ? relation.equals(this.filteredRelation) : this.filteredRelation == null);
	}

}
