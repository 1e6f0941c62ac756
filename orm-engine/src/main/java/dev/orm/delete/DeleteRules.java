package dev.orm.delete;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.Combination;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;

/** Which queries name rows that can be deleted, with Django's refusals. */
final class DeleteRules {

	private DeleteRules() {
	}

	static void check(QuerySpec query) {
		query.operations().forEach((operation) -> check(query.model(), operation));
	}

	private static void check(EntityModel model, Operation operation) {
		if (operation instanceof Combination.Compound) {
			throw new UnsupportedQueryException(
					"Calling delete() after union(), intersection() or difference() is not "
							+ "supported. hint: filter by the keys of the combined query",
					model.subject().by("delete"));
		}
		if (operation instanceof Arrangement.Slice) {
			throw new IllegalQueryException("Cannot use slice() with delete(). hint: filter by the keys of the slice",
					model.subject().by("delete"));
		}
		if (operation instanceof Arrangement.Distinct distinct && !distinct.fields().isEmpty()) {
			throw new IllegalQueryException("Cannot call delete() after distinct(" + distinct.fields() + ")",
					model.subject().by("delete"));
		}
		if (operation instanceof Selection.Values || operation instanceof Selection.Dates) {
			throw new IllegalQueryException("Cannot call delete() after values(), dates() or datetimes()",
					model.subject().by("delete"));
		}
	}

}
