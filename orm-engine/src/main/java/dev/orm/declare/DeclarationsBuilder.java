package dev.orm.declare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.orm.declare.collation.Collation;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Collects what the Meta methods of one model say. Used by one thread. */
final class DeclarationsBuilder {

	private static final String TABLE = "{table}";

	private final String model;

	private final String table;

	private final List<IndexOptions<?>> indexes = new ArrayList<>();

	private final List<UniqueOptions<?>> uniques = new ArrayList<>();

	private final List<CheckOptions<?>> checks = new ArrayList<>();

	private final List<ExclusionOptions<?>> exclusions = new ArrayList<>();

	private final List<DeclaredLimit> limits = new ArrayList<>();

	private final List<DeclaredGenerated> generated = new ArrayList<>();

	private final List<DeclaredRaw> raws = new ArrayList<>();

	private final TreeSet<String> extensions = new TreeSet<>();

	private final List<Collation> collations = new ArrayList<>();

	private final List<DeclaredDefault> dbDefaults = new ArrayList<>();

	private final List<DeclaredPolicy> policies = new ArrayList<>();

	private final List<ScopeOptions<?>> scopes = new ArrayList<>();

	private List<String> partition = List.of();

	private final Map<String, String> silenced = new LinkedHashMap<>();

	private boolean validatesOnSave;

	private boolean subclasses;

	private @Nullable HistoryOptions<?> history;

	private Declarations.@Nullable Distribution distribution;

	private @Nullable List<Clause.Ordering> ordering;

	private @Nullable List<Clause.Ordering> latestBy;

	/**
	 * Collect for a model.
	 * @param model its name, for errors
	 * @param table its table, which names may hold
	 */
	DeclarationsBuilder(String model, String table) {
		this.model = model;
		this.table = table;
	}

	void order(List<Clause.Ordering> terms) {
		this.ordering = terms;
	}

	void add(DeclaredDefault column) {
		this.dbDefaults.removeIf((earlier) -> earlier.attribute().equals(column.attribute()));
		this.dbDefaults.add(column);
	}

	void silence(String id, String reason) {
		this.silenced.put(id, reason);
	}

	void validateOnSave() {
		this.validatesOnSave = true;
	}

	void withSubclasses() {
		this.subclasses = true;
	}

	void latestBy(List<Clause.Ordering> terms) {
		this.latestBy = terms;
	}

	<T extends Model> IndexOptions<T> add(IndexOptions<T> index) {
		this.indexes.add(index);
		return index;
	}

	<T extends Model> UniqueOptions<T> add(UniqueOptions<T> unique) {
		this.uniques.add(unique);
		return unique;
	}

	<T extends Model> CheckOptions<T> add(CheckOptions<T> check) {
		this.checks.add(check);
		return check;
	}

	<T extends Model> ExclusionOptions<T> add(ExclusionOptions<T> exclusion) {
		this.exclusions.add(exclusion);
		return exclusion;
	}

	void add(DeclaredLimit limit) {
		this.limits.removeIf((other) -> other.attribute().equals(limit.attribute()));
		this.limits.add(limit);
	}

	void add(DeclaredGenerated column) {
		this.generated.removeIf((other) -> other.attribute().equals(column.attribute()));
		this.generated.add(column);
	}

	void policy(String name, Node condition) {
		this.policies.add(new DeclaredPolicy(expand(name), condition));
	}

	<T extends Model> ScopeOptions<T> add(ScopeOptions<T> scope) {
		if (this.scopes.stream().anyMatch((other) -> other.name().equals(scope.name()))) {
			throw new ModelDefinitionException(
					"Meta of %s declares the scope '%s' twice. hint: name one of them otherwise, or drop a parent's with without(\"%s\") (scope-twice)"
						.formatted(this.model, scope.name(), scope.name()),
					Subject.ofModel(this.model).by(scope.name()));
		}
		this.scopes.add(scope);
		return scope;
	}

	void partition(List<String> attributes) {
		this.partition = attributes;
	}

	/** What a parent leaves out stays left out. */
	<T extends Model> HistoryOptions<T> history() {
		HistoryOptions<T> kept = new HistoryOptions<>(
				(this.history != null) ? this.history.declared() : DeclaredHistory.WHOLE);
		this.history = kept;
		return kept;
	}

	void distribute(Declarations.Distribution spread) {
		this.distribution = spread;
	}

	void extension(String name) {
		this.extensions.add(name);
	}

	void add(Collation collation) {
		this.collations.add(collation);
	}

	void raw(String name, String create, String drop) {
		this.raws.add(new DeclaredRaw(expand(name), create, drop));
	}

	/** Names are asked for when all is said, so what is dropped is looked for by them. */
	void without(String name) {
		String wanted = expand(name);
		boolean dropped = this.indexes.removeIf((index) -> expand(index.declared().name()).equals(wanted));
		dropped |= this.uniques.removeIf((unique) -> expand(unique.declared().name()).equals(wanted));
		dropped |= this.checks.removeIf((check) -> expand(check.declared().name()).equals(wanted));
		dropped |= this.exclusions.removeIf((exclusion) -> expand(exclusion.declared().name()).equals(wanted));
		dropped |= this.policies.removeIf((policy) -> policy.name().equals(wanted));
		dropped |= this.raws.removeIf((raw) -> raw.name().equals(wanted));
		dropped |= this.scopes.removeIf((scope) -> scope.name().equals(name));
		if (!dropped) {
			throw new ModelDefinitionException(
					"Meta of %s drops '%s', but no parent declares it by that name (meta-path).".formatted(this.model,
							name),
					UnknownName.of(this.model, name, choices()));
		}
	}

	private List<String> choices() {
		return Stream.concat(build().names().stream(), this.scopes.stream().map(ScopeOptions::name)).toList();
	}

	private String expand(String name) {
		return name.replace(TABLE, this.table);
	}

	Declarations build() {
		List<DeclaredConstraint> constraints = new ArrayList<>();
		this.uniques.forEach((unique) -> constraints.add(named(unique.declared())));
		this.checks.forEach((check) -> constraints.add(named(check.declared())));
		this.exclusions.forEach((exclusion) -> constraints.add(named(exclusion.declared())));
		List<DeclaredIndex> declared = this.indexes.stream().map(IndexOptions::declared).map(this::named).toList();
		return new Declarations(this.ordering, this.latestBy, declared, constraints, this.limits, this.generated,
				this.raws, List.copyOf(this.extensions), this.collations, this.partition, this.policies,
				this.dbDefaults, this.scopes.stream().map(ScopeOptions::declared).toList(), this.validatesOnSave,
				this.subclasses, (this.history != null) ? this.history.declared() : null, this.silenced,
				this.distribution);
	}

	private DeclaredIndex named(DeclaredIndex index) {
		return index.named(expand(index.name()));
	}

	private DeclaredUnique named(DeclaredUnique unique) {
		return unique.named(expand(unique.name()));
	}

	private DeclaredCheck named(DeclaredCheck check) {
		return new DeclaredCheck(expand(check.name()), check.condition(), check.attributes(), check.message());
	}

	private DeclaredExclusion named(DeclaredExclusion exclusion) {
		return new DeclaredExclusion(expand(exclusion.name()), exclusion.method(), exclusion.elements(),
				exclusion.where(), exclusion.deferred(), exclusion.message());
	}

}
