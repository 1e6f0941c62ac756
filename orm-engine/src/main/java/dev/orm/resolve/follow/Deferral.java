package dev.orm.resolve.follow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.query.Selection;

/**
 * Which fields a query loads. Django's {@code Query.deferred_loading}. Immutable.
 *
 * @param names the paths
 * @param only whether they are the ones to load; else those to leave out
 */
public record Deferral(Set<String> names, boolean only) {

	public static final Deferral NONE = new Deferral(Set.of(), false);

	public Deferral apply(Selection.Defer operation) {
		if (operation.clear()) {
			return NONE;
		}
		return operation.only() ? only(operation.paths()) : defer(operation.paths());
	}

	private Deferral defer(List<String> paths) {
		Set<String> changed = new LinkedHashSet<>(this.names);
		if (!this.only) {
			changed.addAll(paths);
			return new Deferral(changed, false);
		}
		paths.forEach(changed::remove);
		Set<String> missing = new LinkedHashSet<>(paths);
		missing.removeAll(this.names);
		if (!changed.isEmpty()) {
			return new Deferral(changed, true);
		}
		// nothing is left of only(): as if there had been none
		return missing.isEmpty() ? NONE : new Deferral(missing, false);
	}

	private Deferral only(List<String> paths) {
		Set<String> chosen = new LinkedHashSet<>(paths);
		if (!this.only) {
			// fields deferred before stay so
			chosen.removeAll(this.names);
		}
		return new Deferral(chosen, true);
	}

}
