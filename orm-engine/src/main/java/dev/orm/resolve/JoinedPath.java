package dev.orm.resolve;

import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.resolve.follow.ResolvedPath;

/**
 * A path whose joins are in the query.
 *
 * @param path the path
 * @param aliases the alias it starts from and those of its joins
 * @param targets the columns it stands for, at the last alias
 */
record JoinedPath(ResolvedPath path, List<String> aliases, List<FieldModel> targets) {

	String lastAlias() {
		return this.aliases.get(this.aliases.size() - 1);
	}

}
