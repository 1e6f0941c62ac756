package dev.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredScope;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;

/** Refuses to lift scopes that no model has, or that nothing lifts. */
final class ScopeNames {

	private ScopeNames() {
	}

	static void check(EntityModel root, Restriction.Unscoped lifted) {
		EntityModel model = lifted.model();
		List<DeclaredScope> known = (model != null) ? own(model).toList() : reachable(root);
		if (lifted.name().isEmpty()) {
			return;
		}
		List<DeclaredScope> named = known.stream().filter((scope) -> scope.name().equals(lifted.name())).toList();
		String name = (model != null) ? model.name() : root.name();
		String place = (model != null) ? name : name + ", nor a model it leads to,";
		if (named.isEmpty()) {
			List<String> choices = known.stream()
				.filter((scope) -> !scope.strict())
				.map(DeclaredScope::name)
				.distinct()
				.sorted()
				.toList();
			throw new IllegalQueryException("%s has no scope '%s'.".formatted(place, lifted.name()),
					UnknownName.of(name, lifted.name(), choices));
		}
		if (named.stream().allMatch(DeclaredScope::strict)) {
			throw new IllegalQueryException(
					"The scope '%s' of %s is strict: no query lifts it.".formatted(lifted.name(), name),
					Subject.ofModel(name).by(lifted.name()));
		}
	}

	private static Stream<DeclaredScope> own(EntityModel model) {
		EntityModel parent = model.concrete().parent();
		return (parent == null) ? model.scopes().stream() : Stream.concat(model.scopes().stream(), own(parent));
	}

	private static List<DeclaredScope> reachable(EntityModel root) {
		Set<EntityModel> met = new LinkedHashSet<>(List.of(root));
		List<EntityModel> waiting = new ArrayList<>(met);
		while (!waiting.isEmpty()) {
			for (RelationModel relation : waiting.remove(waiting.size() - 1).relations()) {
				relation.path().stream().map((step) -> step.to()).filter(met::add).forEach(waiting::add);
			}
		}
		return met.stream().flatMap(ScopeNames::own).distinct().toList();
	}

}
