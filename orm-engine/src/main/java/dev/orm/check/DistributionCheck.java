package dev.orm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredExclusion;
import dev.orm.declare.DeclaredUnique;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.model.FieldDescription.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a distributed PostgreSQL cannot keep: rows that are unique among
 * servers, keys that lead from one to another, policies whose setting the others do not
 * know.
 */
final class DistributionCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		if (isDeclared(models)) {
			for (EntityModel model : models.models()) {
				if (model.concrete() == model && model.managed()) {
					problems.addAll(check(model));
				}
			}
		}
		return problems.stream();
	}

	// loops, as each start comes by here
	private static boolean isDeclared(ModelRegistry models) {
		for (EntityModel model : models.models()) {
			if (MetaCheck.readable(model).distribution() != null) {
				return true;
			}
		}
		return false;
	}

	private static List<Problem> check(EntityModel table) {
		List<Problem> problems = new ArrayList<>();
		TableDistribution own = of(table);
		FieldModel field = (own != null) ? own.field() : null;
		if (field != null) {
			uniques(table, field, problems);
			policies(table, problems);
		}
		for (FieldModel key : table.localFields()) {
			RelationModel relation = key.relation();
			if (relation != null && !key.is(Flag.UNCONSTRAINED) && relation.target().managed()
					&& !leads(own, key, relation.path().get(0).toField())) {
				problems.add(Problem.error("distribution-key", key.toString(),
						"Rows of %s refer by '%s' to rows of %s, which may lie on another server.".formatted(table,
								key.name(), relation.target()),
						"meta.reference() in %s; meta.distributedBy(...) in both, with a key of the engine's; or @Reference(constraint = false)"
							.formatted(relation.target())));
			}
		}
		return problems;
	}

	/** What Meta says wrongly is told elsewhere. */
	private static @Nullable TableDistribution of(EntityModel table) {
		try {
			return TableDistribution.of(table);
		}
		catch (ModelDefinitionException ex) {
			return null;
		}
	}

	/** Whether a row and the one it refers to are on one server. */
	private static boolean leads(@Nullable TableDistribution own, FieldModel key, FieldModel target) {
		TableDistribution there = of(target.owner().concrete());
		if (there == null) {
			return own == null;
		}
		if (there.isReference()) {
			return true;
		}
		FieldModel field = (own != null) ? own.field() : null;
		boolean together = key == field && target == there.field();
		return field != null && (together || (key != field && Tenancy.isShared(key)));
	}

	private static void uniques(EntityModel table, FieldModel field, List<Problem> problems) {
		for (FieldModel unique : table.localFields()) {
			if (unique.unique() && !unique.primaryKey() && unique != field) {
				problems.add(problem(table, field, "'" + unique.name() + "'"));
			}
		}
		for (DeclaredConstraint constraint : table.declarations().constraints()) {
			if (!elements(constraint).isEmpty() && elements(constraint).stream()
				.map(DeclaredConstraint::attribute)
				.noneMatch(field.name()::equals)) {
				problems.add(problem(table, field, "the constraint '" + constraint.name() + "'"));
			}
		}
	}

	private static List<Node> elements(DeclaredConstraint constraint) {
		if (constraint instanceof DeclaredUnique unique) {
			return unique.elements();
		}
		return (constraint instanceof DeclaredExclusion exclusion)
				? exclusion.elements().stream().map(DeclaredExclusion.Element::expression).toList() : List.of();
	}

	private static Problem problem(EntityModel table, FieldModel field, String unique) {
		return Problem.error("distribution-unique", table.name(),
				"Rows of %s lie on several servers, none of which can tell that %s holds among all.".formatted(table,
						unique),
				"let it hold '%s'; of a tenant's rows it does without acrossTenants()".formatted(field.name()));
	}

	/** Statements are sent to one server, which passes on what they say. */
	private static void policies(EntityModel table, List<Problem> problems) {
		Tenancy tenancy = Tenancy.own(table);
		if (tenancy != null && tenancy.guarded()) {
			problems.add(Problem.warning("distribution-policy", table.name(),
					"The policy of %s looks at the setting orm.tenant, which the other servers of a distributed PostgreSQL are not told."
						.formatted(table),
					"@TenantId(rowLevelSecurity = false)"));
		}
	}

}
