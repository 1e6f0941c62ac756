package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.FieldModel;
import dev.orm.meta.JoinStep;
import dev.orm.query.Operation;
import dev.orm.query.Paths;
import dev.orm.resolve.SelectPlanner.RelatedTree;
import dev.orm.sql.clause.RowLock;
import org.jspecify.annotations.Nullable;

/** Decides which tables are locked. Django's {@code select_for_update}. */
final class LockPlanner {

	private final SelectQuery query;

	LockPlanner(SelectQuery query) {
		this.query = query;
	}

	RowLock plan(Operation.Lock lock) {
		List<String> of = (lock.of().isEmpty() && readsChildren()) ? List.of("self") : lock.of();
		if (of.isEmpty()) {
			this.query.joins.used().forEach(this::requireRow);
		}
		List<String> tables = of.stream().map(this::alias).toList();
		return new RowLock(RowLock.Strength.valueOf(lock.strength().name()), lock.nowait(), lock.skipLocked(), tables);
	}

	/** A row has the row of one child at most, so that the others cannot be locked. */
	private boolean readsChildren() {
		RelatedTree tree = this.query.selectRelated();
		return tree != null && tree.children.values().stream().anyMatch(RelatedTree::isChild);
	}

	private String alias(String path) {
		if (path.equals("self")) {
			return this.query.base();
		}
		List<String> names = Paths.split(path);
		int followed = followed(names);
		TableAlias found = this.query.joins.get(related(names.subList(0, followed)));
		for (String link : names.subList(followed, names.size())) {
			found = (found != null) ? parent(found, link) : null;
		}
		if (found == null) {
			throw new FieldException(
					"Invalid field name given in selectForUpdate(of): '%s'. Only relations followed in the query are allowed."
						.formatted(path),
					UnknownName.of(this.query.model.name(), path, choices()));
		}
		requireRow(found);
		return found.alias;
	}

	/**
	 * Refuse what the database would refuse, at the price of the transaction: a row that
	 * an outer join may not find.
	 */
	private void requireRow(TableAlias table) {
		if (table.isLeft()) {
			throw new UnsupportedQueryException("""
					selectForUpdate() cannot lock the rows of '%s': the outer join may find none of it.
					  hint: say what to lock, such as Locking.rows().of("self"), or leave out the rows without it by a \
					filter""".formatted(path(table)),
					Subject.ofPath(this.query.model.name(), path(table)).by("selectForUpdate"));
		}
	}

	private String path(TableAlias table) {
		JoinStep step = table.step;
		if (step == null || table.parent == null) {
			return "self";
		}
		TableAlias parent = this.query.joins.get(table.parent);
		String name = step.direct() ? step.fromField().name() : step.to().name();
		return parent.isBase() ? name : path(parent) + "__" + name;
	}

	/** Tell how many names from the first on are relations the query follows. */
	private int followed(List<String> names) {
		RelatedTree tree = this.query.selectRelated();
		int count = 0;
		while (tree != null && count < names.size()) {
			tree = tree.children.get(names.get(count));
			count += (tree != null) ? 1 : 0;
		}
		return count;
	}

	private String related(List<String> names) {
		String base = this.query.base();
		return names.isEmpty() ? base
				: new ColumnResolver(this.query).join(PathFinder.find(this.query, names), base, JoinScope.ANY)
					.lastAlias();
	}

	/**
	 * Find the table of a parent by the link to it (multi-table inheritance): it is
	 * joined where columns of it are read.
	 */
	private @Nullable TableAlias parent(TableAlias child, String name) {
		FieldModel link = child.model.parentLink();
		if (link == null || !link.name().equals(name)) {
			return null;
		}
		JoinStep step = PathFinder.parentLink(child.model);
		return this.query.joins.used()
			.stream()
			.filter((table) -> table.isSameJoin(child.alias, step, null))
			.findFirst()
			.orElse(null);
	}

	private List<String> choices() {
		List<String> choices = new ArrayList<>(List.of("self"));
		TableAlias base = this.query.joins.get(this.query.base());
		FieldModel link = base.model.parentLink();
		if (link != null && parent(base, link.name()) != null) {
			choices.add(link.name());
		}
		if (this.query.selectRelated() != null) {
			choices.addAll(this.query.selectRelated().children.keySet());
		}
		return choices;
	}

}
