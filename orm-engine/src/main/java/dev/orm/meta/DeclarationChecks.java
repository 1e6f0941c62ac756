package dev.orm.meta;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredCheck;
import dev.orm.declare.DeclaredDefault;
import dev.orm.declare.DeclaredExclusion;
import dev.orm.declare.DeclaredGenerated;
import dev.orm.declare.DeclaredIndex;
import dev.orm.declare.DeclaredLimit;
import dev.orm.declare.DeclaredPaths;
import dev.orm.declare.DeclaredScope;
import dev.orm.declare.DeclaredUnique;
import dev.orm.declare.IndexMethod;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;
import dev.orm.model.ColumnDetails.Computed;
import org.jspecify.annotations.Nullable;

/**
 * Refuses declarations the table cannot keep: of attributes that are not there, of
 * columns of other tables, of what is not the same each time.
 */
final class DeclarationChecks {

	/** Functions that answer differently each time, by their Django names. */
	private static final Set<String> VOLATILE = Set.of("Now", "Random", "RandomUUID");

	/** The access methods whose indexes may include columns. */
	private static final Set<IndexMethod> CARRYING = Collections
		.unmodifiableSet(EnumSet.of(IndexMethod.BTREE, IndexMethod.GIST, IndexMethod.SPGIST));

	private final EntityModel model;

	private final Declarations declarations;

	DeclarationChecks(EntityModel model, Declarations declarations) {
		this.model = model;
		this.declarations = declarations;
	}

	void check() {
		orderings("ordering", this.declarations.ordering());
		orderings("latestBy", this.declarations.latestBy());
		this.declarations.limits().forEach(this::limit);
		this.declarations.scopes().forEach(this::scope);
		if (this.model.concrete() != this.model && !this.declarations.leavesTable()) {
			throw refused(
					"Meta of proxy %s changes the table of %s. hint: declare indexes and constraints in %s (meta-proxy)",
					this.model, this.model.concrete(), this.model.concrete());
		}
		this.declarations.indexes().forEach(this::index);
		this.declarations.constraints().forEach(this::constraint);
		this.declarations.generated().forEach(this::generated);
		this.declarations.dbDefaults().forEach(this::dbDefault);
		this.declarations.policies()
			.forEach((policy) -> local(place("policy", policy.name(), false), policy.condition()));
		new StorageChecks(this.model, this.declarations, this::column).check();
	}

	private void generated(DeclaredGenerated generated) {
		String place = "generated column '" + generated.attribute() + "'";
		column(place, generated.attribute());
		local(place, generated.expression());
		Computed computed = this.model.field(generated.attribute()).orElseThrow().description().details().computed();
		if (computed == null || !computed.expression().isEmpty()) {
			throw new ModelDefinitionException(
					"Meta of %s says what '%s' is computed by, and the attribute %s. hint: annotate it with @GeneratedColumn, without a text"
						.formatted(this.model, generated.attribute(),
								(computed == null) ? "is no @GeneratedColumn" : "says so too"),
					Subject.ofAttribute(this.model.name(), generated.attribute()));
		}
	}

	private void dbDefault(DeclaredDefault declared) {
		String place = "dbDefault of '" + declared.attribute() + "'";
		column(place, declared.attribute());
		List<String> paths = DeclaredPaths.of(declared.expression());
		if (!paths.isEmpty()) {
			throw new ModelDefinitionException(
					"The %s of %s names '%s', and the database knows no columns when it fills one in. (meta-path)"
						.formatted(place, this.model, paths.get(0)),
					Subject.ofAttribute(this.model.name(), declared.attribute()));
		}
		ownRow(place, declared.expression());
		FieldModel field = this.model.field(declared.attribute()).orElseThrow();
		if (field.description().javaType().isPrimitive()) {
			throw new ModelDefinitionException(
					"The %s of %s never counts: a primitive is never null. hint: use a wrapper, or an initialiser (meta-default)"
						.formatted(place, this.model),
					field.subject());
		}
		if (field.computed() || !field.description().details().dbDefault().isEmpty()) {
			throw new ModelDefinitionException("The %s of %s is not alone: the attribute %s. (meta-default)"
				.formatted(place, this.model, field.computed() ? "is a @GeneratedColumn" : "has a text as well"),
					field.subject());
		}
	}

	private void orderings(String what, @Nullable List<Clause.Ordering> terms) {
		if (terms != null) {
			terms.forEach((term) -> DeclaredPaths.of(term).forEach((path) -> known(what, this.model, path)));
		}
	}

	private void limit(DeclaredLimit limit) {
		String place = "limitChoices of '" + limit.attribute() + "'";
		RelationModel relation = this.model.relation(limit.attribute())
			.filter((found) -> found.forward() || found.kind() == RelationModel.Kind.MANY_TO_MANY)
			.orElseThrow(() -> unknown(place, this.model, limit.attribute()));
		DeclaredPaths.of(limit.condition()).forEach((path) -> known(place, relation.target(), path));
	}

	/** What it compares with may differ each time, as the time does. */
	private void scope(DeclaredScope scope) {
		String place = place("scope", scope.name(), false);
		DeclaredPaths.of(scope.condition()).forEach((path) -> column(place, path, "scope-joins"));
		ownRow(place, scope.condition());
	}

	private void index(DeclaredIndex index) {
		String place = place("index", index.name(), index.elements().isEmpty());
		index.elements().forEach((element) -> local(place, element.expression()));
		index.include().forEach((attribute) -> column(place, attribute));
		condition(place, index.where());
		method(place, index);
		requireName(place, index.name(), index.elements().stream().map(Clause.Ordering::expression).toList());
	}

	/** Only a tree is sorted, and only some methods carry columns along. */
	private void method(String place, DeclaredIndex index) {
		boolean sorted = index.elements()
			.stream()
			.anyMatch((element) -> element.descending() || element.nulls() != Nulls.DEFAULT);
		if (sorted && index.method() != IndexMethod.BTREE) {
			throw refused("The %s of %s is not sorted, as it uses %s. hint: leave out desc() and nulls (meta-index)",
					place, this.model, index.method());
		}
		if (!index.include().isEmpty() && !CARRYING.contains(index.method())) {
			throw refused("The %s of %s carries no columns, as it uses %s. Choices: %s (meta-index)", place, this.model,
					index.method(), CARRYING);
		}
	}

	private void constraint(DeclaredConstraint constraint) {
		if (constraint instanceof DeclaredUnique unique) {
			unique(unique);
		}
		else if (constraint instanceof DeclaredCheck check) {
			String place = place("check", check.name(), false);
			local(place, check.condition());
			check.attributes().forEach((attribute) -> known(place, this.model, attribute));
		}
		else if (constraint instanceof DeclaredExclusion exclusion) {
			String place = place("exclusion", exclusion.name(), exclusion.elements().isEmpty());
			exclusion.elements().forEach((element) -> local(place, element.expression()));
			condition(place, exclusion.where());
		}
	}

	private void unique(DeclaredUnique unique) {
		String place = place("unique constraint", unique.name(), unique.elements().isEmpty());
		unique.elements().forEach((element) -> local(place, element));
		unique.include().forEach((attribute) -> column(place, attribute));
		condition(place, unique.where());
		requireName(place, unique.name(), unique.elements());
		if (unique.deferred() && unique.isIndex()) {
			throw refused(
					"The %s of %s has a condition or an expression, so that a unique index keeps it, and PostgreSQL checks those at once. hint: leave out deferred() (meta-deferred)",
					place, this.model);
		}
	}

	private String place(String kind, String name, boolean empty) {
		String place = name.isEmpty() ? kind : kind + " '" + name + "'";
		if (empty) {
			throw refused("The %s of %s has no elements.", place, this.model);
		}
		return place;
	}

	private void requireName(String place, String name, List<Node> elements) {
		if (name.isEmpty() && elements.stream().anyMatch((element) -> DeclaredConstraint.attribute(element) == null)) {
			throw refused(
					"The %s of %s is of an expression, from which no name is derived. hint: give it one by name(…)",
					place, this.model);
		}
	}

	private void condition(String place, @Nullable Node condition) {
		if (condition != null) {
			local(place, condition);
		}
	}

	private void local(String place, Node node) {
		DeclaredPaths.of(node).forEach((path) -> column(place, path));
		constant(place, node);
		ownRow(place, node);
	}

	/** Refuse what is not the same each time. */
	private void constant(String place, Node node) {
		if (node instanceof Computation.Function function && VOLATILE.contains(function.name())) {
			throw refused(
					"The %s of %s calls %s, which answers differently each time, and what is stored must not. (meta-volatile)",
					place, this.model, function.name());
		}
		node.children().forEach((child) -> constant(place, child));
	}

	/** Refuse what is told by other rows. */
	private void ownRow(String place, Node node) {
		boolean wide = node instanceof Atom.Subquery || node instanceof Atom.Outer || node instanceof Atom.TableColumn
				|| node instanceof Computation.Aggregate || node instanceof Computation.Window
				|| node instanceof Computation.Unfolded;
		if (wide) {
			throw refused("The %s of %s looks at other rows (%s), and it is about each row alone. (meta-path)", place,
					this.model, node);
		}
		node.children().forEach((child) -> ownRow(place, child));
	}

	/** Refuse a path that does not begin with a column of the model's own table. */
	private void column(String place, String path) {
		column(place, path, "meta-path");
	}

	private void column(String place, String path, String joins) {
		String[] names = path.split("__");
		FieldModel field = FirstField.of(this.model, path).orElse(null);
		if (field == null) {
			throw this.model.relation(names[0]).isPresent() ? joined(place, path, joins)
					: unknown(place, this.model, names[0]);
		}
		if (field.owner() != this.model.concrete()) {
			throw new ModelDefinitionException(
					"The %s of %s names '%s', whose column is in table %s of %s. hint: declare it there (meta-path)"
						.formatted(place, this.model, path, field.owner().table(), field.owner()),
					field.subject());
		}
		RelationModel relation = field.relation();
		if (relation != null && names.length > 1 && names[0].equals(field.name())
				&& leadsOn(relation.target(), names[1])) {
			throw joined(place, path, joins);
		}
	}

	private static boolean leadsOn(EntityModel target, String name) {
		return target.field(name).isPresent() || target.relation(name).isPresent();
	}

	private ModelDefinitionException joined(String place, String path, String id) {
		return new ModelDefinitionException(
				"The %s of %s goes over a relation by '%s', but it can hold columns of table %s only. Choices: %s (%s)"
					.formatted(place, this.model, path, this.model.table(), columns(this.model), id),
				Subject.ofAttribute(this.model.name(), path));
	}

	/** Refuse a path whose relations and attributes are not there. */
	private void known(String place, EntityModel from, String path) {
		EntityModel at = from;
		List<String> names = List.of(path.split("__"));
		for (int i = 0; i < names.size(); i++) {
			RelationModel relation = at.relation(names.get(i)).orElse(null);
			if (relation == null) {
				String rest = String.join("__", names.subList(i, names.size()));
				if (FirstField.of(at, rest).isEmpty() && !OrderedPath.isRandom(rest)) {
					throw unknown(place, at, names.get(i));
				}
				return;
			}
			at = relation.target();
		}
	}

	private ModelDefinitionException unknown(String place, EntityModel at, String name) {
		return new ModelDefinitionException(
				"The %s of %s names '%s', which %s does not have (meta-path).".formatted(place, this.model, name, at),
				UnknownName.of(at.name(), name, (at == this.model) ? columns(at) : at.choices()));
	}

	private ModelDefinitionException refused(String text, Object... values) {
		return new ModelDefinitionException(text.formatted(values), this.model.subject());
	}

	private static List<String> columns(EntityModel model) {
		return model.localFields().stream().map(FieldModel::name).toList();
	}

}
