package dev.orm.acceptance;

import dev.orm.QuerySet;
import dev.orm.Selecting;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Query;
import dev.orm.model.Model;

/**
 * A queryset of a case, with the names it knows and the form of its rows.
 *
 * @param queryset the queryset
 * @param scope the names
 * @param form the form of its rows
 */
record CaseQuery(Selecting<Model, ?, ?> queryset, NameScope scope, Form form) implements QuerySource {

	CaseQuery with(Selecting<Model, ?, ?> changed) {
		return new CaseQuery(changed, this.scope, this.form);
	}

	CaseQuery with(Selecting<Model, ?, ?> changed, Form changedForm) {
		return new CaseQuery(changed, this.scope, changedForm);
	}

	/** The queryset, for what only querysets of instances can do. */
	@SuppressWarnings("unchecked")
	QuerySet<Model> instances(String operation) {
		if (isInstances()) {
			return (QuerySet<Model>) (Object) this.queryset;
		}
		throw UncompilableCallException.ofMethod("TypeError", this.queryset.getClass(), operation);
	}

	boolean isInstances() {
		return QuerySet.class.isInstance(this.queryset);
	}

	@Override
	public Query query() {
		return this.queryset.query();
	}

	/** What the rows of a queryset look like in an answer. */
	enum Form {

		/** Keys, or objects with the key and annotations. */
		INSTANCES,
		/** Objects. */
		VALUES,
		/** Lists. */
		LISTS,
		/** Single values. */
		FLAT

	}

}
