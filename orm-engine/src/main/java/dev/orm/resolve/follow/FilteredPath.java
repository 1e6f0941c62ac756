package dev.orm.resolve.follow;

import java.util.ArrayList;
import java.util.List;

/**
 * What the condition of a filtered relation means by the relation's own path: the rows
 * the relation joins, not further ones, in whatever part of the condition it stands.
 *
 * @param relation the path of the relation
 * @param name the name of the filtered relation
 */
public record FilteredPath(List<String> relation, String name) {

	/** Lead a path through the filtered relation if it leads through the relation. */
	public List<String> follow(List<String> names) {
		int length = this.relation.size();
		if (names.size() < length || !names.subList(0, length).equals(this.relation)) {
			return names;
		}
		List<String> followed = new ArrayList<>(List.of(this.name));
		followed.addAll(names.subList(length, names.size()));
		return followed;
	}

}
