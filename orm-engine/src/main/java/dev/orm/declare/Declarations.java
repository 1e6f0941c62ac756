package dev.orm.declare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.orm.declare.collation.Collation;
import dev.orm.expression.node.Clause;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of its table beyond columns, read once. Immutable and thread-safe.
 *
 * @param ordering the default ordering; null if nothing is said of it, empty for none
 * @param latestBy what tells the latest row; null if nothing is said of it
 * @param indexes the indexes that are no constraints, in declaration order
 * @param constraints the constraints, in declaration order by kind
 * @param limits which rows people may choose for relations
 * @param generated what columns are computed by
 * @param raws objects that are known by their statements
 * @param extensions the extensions it needs, sorted
 * @param collations the collations it needs
 * @param partition the attributes by whose ranges the table is partitioned; empty for a
 * plain one
 * @param policies which rows the database lets through
 * @param dbDefaults what the database puts into columns that are left out
 * @param scopes which rows queries see
 * @param validatesOnSave whether each save of an instance validates it
 * @param subclasses whether rows are always read as the children they are
 * @param history what of its rows is kept when they change; null for nothing
 * @param silenced the ids of problems nobody wants to hear of, and why
 * @param distribution how rows lie on several servers; null for where any table's are
 */
public record Declarations(@Nullable List<Clause.Ordering> ordering, @Nullable List<Clause.Ordering> latestBy,
		List<DeclaredIndex> indexes, List<DeclaredConstraint> constraints, List<DeclaredLimit> limits,
		List<DeclaredGenerated> generated, List<DeclaredRaw> raws, List<String> extensions, List<Collation> collations,
		List<String> partition, List<DeclaredPolicy> policies, List<DeclaredDefault> dbDefaults,
		List<DeclaredScope> scopes, boolean validatesOnSave, boolean subclasses, @Nullable DeclaredHistory history,
		Map<String, String> silenced, @Nullable Distribution distribution) {

	/** What a model without Meta methods says. */
	public static final Declarations NONE = new Declarations(null, null, List.of(), List.of(), List.of(), List.of(),
			List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false, null, Map.of(),
			null);

	public Declarations {
		ordering = (ordering != null) ? List.copyOf(ordering) : null;
		latestBy = (latestBy != null) ? List.copyOf(latestBy) : null;
		indexes = List.copyOf(indexes);
		constraints = List.copyOf(constraints);
		limits = List.copyOf(limits);
		generated = List.copyOf(generated);
		raws = List.copyOf(raws);
		extensions = List.copyOf(extensions);
		collations = List.copyOf(collations);
		partition = List.copyOf(partition);
		policies = List.copyOf(policies);
		dbDefaults = List.copyOf(dbDefaults);
		silenced = Map.copyOf(silenced);
		scopes = List.copyOf(scopes);
	}

	/**
	 * Say other things of constraints and scopes.
	 * @param others the constraints
	 * @param seen the scopes
	 * @return a copy
	 */
	public Declarations with(List<DeclaredConstraint> others, List<DeclaredScope> seen) {
		Copy copy = new Copy(this);
		copy.constraints = others;
		copy.scopes = seen;
		return copy.declarations();
	}

	/**
	 * Say another default ordering.
	 * @param terms the terms
	 * @return a copy
	 */
	Declarations ordered(List<Clause.Ordering> terms) {
		Copy copy = new Copy(this);
		copy.ordering = terms;
		return copy.declarations();
	}

	/** Say an index more, and other constraints. */
	Declarations with(DeclaredIndex index, List<DeclaredConstraint> others) {
		Copy copy = new Copy(this);
		copy.indexes = Stream.concat(this.indexes.stream(), Stream.of(index)).toList();
		copy.constraints = others;
		return copy.declarations();
	}

	/**
	 * Say a policy more.
	 * @param policy the policy
	 * @return a copy
	 */
	public Declarations with(DeclaredPolicy policy) {
		Copy copy = new Copy(this);
		copy.policies = Stream.concat(this.policies.stream(), Stream.of(policy)).toList();
		return copy.declarations();
	}

	/**
	 * Say what of the rows is kept when they change.
	 * @param kept what is kept
	 * @return a copy
	 */
	public Declarations with(DeclaredHistory kept) {
		Copy copy = new Copy(this);
		copy.history = kept;
		return copy.declarations();
	}

	/**
	 * Find a constraint by the name errors of the database give.
	 * @param name the name
	 * @return the constraint
	 */
	public Optional<DeclaredConstraint> constraint(String name) {
		return this.constraints.stream().filter((constraint) -> constraint.name().equals(name)).findFirst();
	}

	/**
	 * Return which rows people may choose for a relation.
	 * @param attribute the relation
	 * @return the limit; empty for none
	 */
	public Optional<DeclaredLimit> limit(String attribute) {
		return this.limits.stream().filter((limit) -> limit.attribute().equals(attribute)).findFirst();
	}

	/**
	 * Return what a column is computed by.
	 * @param attribute its attribute
	 * @return the declaration; empty for none
	 */
	public Optional<DeclaredGenerated> generated(String attribute) {
		return this.generated.stream().filter((column) -> column.attribute().equals(attribute)).findFirst();
	}

	/**
	 * Return what the database puts into a column that an insert leaves out.
	 * @param attribute its attribute
	 * @return the declaration; empty for none
	 */
	public Optional<DeclaredDefault> dbDefault(String attribute) {
		return this.dbDefaults.stream().filter((column) -> column.attribute().equals(attribute)).findFirst();
	}

	/**
	 * Return the unique constraints.
	 * @return those among the constraints
	 */
	public List<DeclaredUnique> uniques() {
		return this.constraints.stream()
			.filter(DeclaredUnique.class::isInstance)
			.map(DeclaredUnique.class::cast)
			.toList();
	}

	/**
	 * Return whether the table itself is the same as without: nothing is said but
	 * orderings, limits and scopes.
	 * @return true if it is
	 */
	public boolean leavesTable() {
		return this.indexes.isEmpty() && this.constraints.isEmpty() && this.generated.isEmpty() && this.raws.isEmpty()
				&& this.extensions.isEmpty() && this.collations.isEmpty() && this.partition.isEmpty()
				&& this.policies.isEmpty() && this.dbDefaults.isEmpty() && this.history == null
				&& this.distribution == null;
	}

	/**
	 * Return the names of all that has one.
	 * @return the names, sorted
	 */
	public List<String> names() {
		return Stream
			.of(this.indexes.stream().map(DeclaredIndex::name), this.constraints.stream().map(DeclaredConstraint::name),
					this.raws.stream().map(DeclaredRaw::name), this.policies.stream().map(DeclaredPolicy::name))
			.flatMap((names) -> names)
			.filter((name) -> !name.isEmpty())
			.sorted()
			.toList();
	}

	/**
	 * Name what has no name.
	 * @param namer makes a name of paths and a suffix
	 * @return a copy in which all have names
	 */
	public Declarations named(BiFunction<List<String>, String, String> namer) {
		Copy copy = new Copy(this);
		copy.indexes = this.indexes.stream().map((index) -> named(index, namer)).toList();
		copy.constraints = this.constraints.stream().map((constraint) -> named(constraint, namer)).toList();
		return copy.declarations();
	}

	private static DeclaredIndex named(DeclaredIndex index, BiFunction<List<String>, String, String> namer) {
		List<String> paths = DeclaredConstraint.attributes(index.elements().stream().map(Clause.Ordering::expression));
		return index.name().isEmpty() ? index.named(namer.apply(paths, "idx")) : index;
	}

	private static DeclaredConstraint named(DeclaredConstraint constraint,
			BiFunction<List<String>, String, String> namer) {
		if (!constraint.name().isEmpty() || !(constraint instanceof DeclaredUnique unique)) {
			return constraint;
		}
		return unique.named(namer.apply(unique.attributes(), unique.isIndex() ? "idx" : "key"));
	}

	/**
	 * That rows lie on several servers. Immutable.
	 *
	 * @param attribute the attribute whose values say where a row lies; empty if each
	 * server has all rows
	 */
	public record Distribution(String attribute) {

		/**
		 * Return whether each server has all rows.
		 * @return true for a table that others refer to
		 */
		public boolean isReference() {
			return this.attribute.isEmpty();
		}

	}

	/** The same in which some of it is said otherwise. Used by one method. */
	private static final class Copy {

		private final Declarations said;

		private @Nullable List<Clause.Ordering> ordering;

		private List<DeclaredIndex> indexes;

		private List<DeclaredConstraint> constraints;

		private List<DeclaredPolicy> policies;

		private List<DeclaredScope> scopes;

		private @Nullable DeclaredHistory history;

		Copy(Declarations said) {
			this.said = said;
			this.ordering = said.ordering;
			this.indexes = said.indexes;
			this.constraints = said.constraints;
			this.policies = said.policies;
			this.scopes = said.scopes;
			this.history = said.history;
		}

		Declarations declarations() {
			return new Declarations(this.ordering, this.said.latestBy, this.indexes, this.constraints, this.said.limits,
					this.said.generated, this.said.raws, this.said.extensions, this.said.collations,
					this.said.partition, this.policies, this.said.dbDefaults, this.scopes, this.said.validatesOnSave,
					this.said.subclasses, this.history, this.said.silenced, this.said.distribution);
		}

	}

}
