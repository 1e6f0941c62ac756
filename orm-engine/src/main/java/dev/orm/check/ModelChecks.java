package dev.orm.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;

/**
 * The checks of an application, and what it does not want to hear. Immutable. Django's
 * {@code run_checks}.
 */
public final class ModelChecks {

	private final List<ModelCheck> checks;

	private final Set<String> silenced;

	private ModelChecks(List<ModelCheck> checks, Set<String> silenced) {
		this.checks = List.copyOf(checks);
		this.silenced = Set.copyOf(silenced);
	}

	/**
	 * Return the engine's own checks.
	 * @return the checks
	 */
	public static ModelChecks standard() {
		return new ModelChecks(List.of(new MetaCheck(), new HandleCheck(), new SharedDefaultCheck(),
				new CoveredIndexCheck(), new MissingTenantCheck(), new UniqueTargetCheck(), new DistributionCheck()),
				Set.of());
	}

	/**
	 * Add a check.
	 * @param check the check
	 * @return a copy
	 */
	public ModelChecks with(ModelCheck check) {
		List<ModelCheck> more = new ArrayList<>(this.checks);
		more.add(check);
		return new ModelChecks(more, this.silenced);
	}

	/**
	 * Leave problems out. Django's {@code SILENCED_SYSTEM_CHECKS}.
	 * @param ids their ids
	 * @return a copy
	 */
	public ModelChecks silencing(Collection<String> ids) {
		Set<String> more = new LinkedHashSet<>(this.silenced);
		more.addAll(ids);
		return new ModelChecks(this.checks, more);
	}

	/**
	 * Look at models. What a model silences by its Meta methods is left out for it.
	 * @param models the models
	 * @return what is odd, errors first; empty if nothing is
	 */
	public List<Problem> run(ModelRegistry models) {
		List<Problem> all = new ArrayList<>();
		for (ModelCheck check : this.checks) {
			all.addAll(check.check(models).toList());
		}
		return all.isEmpty() ? List.of() : heard(models, all.stream());
	}

	/**
	 * Leave out what is silenced.
	 * @param models the models
	 * @param problems what was found
	 * @return the rest, errors first
	 */
	public List<Problem> heard(ModelRegistry models, Stream<Problem> problems) {
		return problems.filter((problem) -> !this.silenced.contains(problem.id()) && !isSilenced(models, problem))
			.sorted((one, other) -> one.severity().compareTo(other.severity()))
			.toList();
	}

	/** Whether the model the problem is about does not want to hear it. */
	private static boolean isSilenced(ModelRegistry models, Problem problem) {
		return models.models()
			.stream()
			.filter((model) -> isAbout(problem, model))
			// what cannot be read silences nothing
			.anyMatch((model) -> MetaCheck.readable(model).silenced().containsKey(problem.id()));
	}

	private static boolean isAbout(Problem problem, EntityModel model) {
		return problem.place().equals(model.name()) || problem.place().startsWith(model.name() + ".");
	}

}
