package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.query.Operation;
import dev.orm.query.Paths;

/** Writes the row lock clause. Django's {@code select_for_update}. */
final class LockPlanner {

	private final SelectQuery query;

	LockPlanner(SelectQuery query) {
		this.query = query;
	}

	String clause(Operation.Lock lock) {
		if (lock.nowait() && lock.skipLocked()) {
			throw new QueryValueException("The nowait option cannot be used with skipLocked.");
		}
		String of = lock.of().isEmpty() ? "" : " OF " + aliases(lock.of());
		String wait = lock.nowait() ? " NOWAIT" : lock.skipLocked() ? " SKIP LOCKED" : "";
		return " FOR " + (lock.noKey() ? "NO KEY UPDATE" : "UPDATE") + of + wait;
	}

	private String aliases(List<String> paths) {
		List<String> aliases = new ArrayList<>();
		paths.forEach((path) -> aliases.add(alias(path)));
		return aliases.stream().map((alias) -> '"' + alias + '"').collect(Collectors.joining(", "));
	}

	private String alias(String path) {
		if (path.equals("self")) {
			return this.query.base();
		}
		List<String> names = Paths.split(path);
		RelatedTree tree = this.query.selectRelated;
		for (String name : names) {
			tree = (tree != null) ? tree.children.get(name) : null;
		}
		if (tree == null) {
			String choices = (this.query.selectRelated == null) ? "self"
					: "self, " + String.join(", ", this.query.selectRelated.children.keySet());
			throw new FieldException(
					"Invalid field name given in selectForUpdate(of): '%s'. Only relations followed in the query are allowed. Choices: %s"
						.formatted(path, choices));
		}
		ResolvedPath found = PathFinder.find(this.query, names);
		return new ColumnResolver(this.query).join(found, this.query.base(), null).lastAlias();
	}

}
