package dev.orm.migration.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredCheck;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredExclusion;
import dev.orm.declare.DeclaredIndex;
import dev.orm.declare.DeclaredUnique;
import dev.orm.dialect.IdentifierQuoting;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.meta.EntityModel;
import dev.orm.schema.Check;
import dev.orm.schema.Deferral;
import dev.orm.schema.Exclusion;
import dev.orm.schema.Index;
import dev.orm.schema.Policy;
import dev.orm.schema.Raw;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;
import org.jspecify.annotations.Nullable;

/** What a model's Meta methods declare becomes indexes, constraints and raw objects. */
final class DeclaredFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		Declarations declared = model.declarations();
		Writer writer = new Writer(model, new DeclaredText(model));
		declared.constraints().forEach((constraint) -> add(facts, writer.constraint(constraint), model));
		declared.indexes().forEach((index) -> add(facts, writer.index(index), model));
		declared.policies().forEach((policy) -> add(facts, writer.policy(policy.name(), policy.condition()), model));
		declared.raws().forEach((raw) -> add(facts, new Raw(raw.name(), raw.create(), raw.drop()), model));
		declared.extensions().forEach(facts::extension);
		declared.collations()
			.forEach((collation) -> facts.add(
					new Sorting(collation.name(), collation.provider(), collation.locale(), collation.deterministic()),
					Claimant.meta(model)));
		new NeededExtensions(model).of(declared).forEach(facts::extension);
	}

	private static void add(Facts facts, SchemaObject object, EntityModel model) {
		// what has an index shares the names of tables
		boolean shared = object instanceof Index || object instanceof Unique || object instanceof Exclusion;
		if (shared && !facts.names().take(TablePath.of(object.id().table()).beside(object.id().name()).text())) {
			throw new ModelDefinitionException(
					"Meta of %s gives the name '%s', which a table, an index or a constraint of another model has. hint: {table} in a name stands for the table (meta-name-twice)"
						.formatted(model, object.id().name()),
					model.subject().by(object.id().name()));
		}
		facts.add(object, Claimant.meta(model));
	}

	/**
	 * Writes the declarations of one model.
	 *
	 * @param model the model
	 * @param text writes its expressions
	 */
	private record Writer(EntityModel model, DeclaredText text) {

		SchemaObject constraint(DeclaredConstraint constraint) {
			if (constraint instanceof DeclaredUnique unique) {
				return unique.isIndex() ? uniqueIndex(unique) : unique(unique);
			}
			return (constraint instanceof DeclaredCheck check) ? check(check)
					: exclusion((DeclaredExclusion) constraint);
		}

		private Unique unique(DeclaredUnique unique) {
			return new Unique(table(), unique.name(), columns(unique.attributes()), unique.nullsDistinct(),
					columns(unique.include()), deferral(unique.deferred()));
		}

		private Index uniqueIndex(DeclaredUnique unique) {
			String place = "unique constraint '" + unique.name() + "'";
			List<Index.Element> elements = unique.elements().stream().map((node) -> element(place, node)).toList();
			return new Index(table(), unique.name(), true, Index.BTREE, elements, unique.nullsDistinct(),
					columns(unique.include()), "", where(place, unique.where()));
		}

		private Check check(DeclaredCheck check) {
			return new Check(table(), check.name(),
					this.text.condition("check '" + check.name() + "'", check.condition()));
		}

		Policy policy(String name, Node condition) {
			return new Policy(table(), name, this.text.condition("policy '" + name + "'", condition));
		}

		private Exclusion exclusion(DeclaredExclusion exclusion) {
			String place = "exclusion '" + exclusion.name() + "'";
			String elements = exclusion.elements()
				.stream()
				.map((element) -> compared(place, element.expression()) + " WITH " + element.operator())
				.collect(Collectors.joining(", "));
			return new Exclusion(table(), exclusion.name(), exclusion.method().sqlName(), elements,
					where(place, exclusion.where()), deferral(exclusion.deferred()));
		}

		private String compared(String place, Node node) {
			String attribute = attribute(node);
			return (attribute != null) ? IdentifierQuoting.DOUBLE_QUOTES.quote(column(attribute))
					: "(" + this.text.expression(place, node) + ")";
		}

		private Index index(DeclaredIndex index) {
			String place = "index '" + index.name() + "'";
			List<Index.Element> elements = new ArrayList<>();
			for (int i = 0; i < index.elements().size(); i++) {
				Clause.Ordering term = index.elements().get(i);
				elements.add(element(place, term.expression()).options(options(index, i, term)));
			}
			return new Index(table(), index.name(), false, index.method().sqlName(), elements, true,
					columns(index.include()), parameters(index.parameters()), where(place, index.where()));
		}

		private static String options(DeclaredIndex index, int place, Clause.Ordering term) {
			List<String> classes = index.operatorClasses();
			String operators = classes.isEmpty() ? "" : classes.get((classes.size() == 1) ? 0 : place);
			Nulls usual = term.descending() ? Nulls.FIRST : Nulls.LAST;
			boolean moved = term.nulls() != Nulls.DEFAULT && term.nulls() != usual;
			String nulls = moved ? ((term.nulls() == Nulls.FIRST) ? "nulls first" : "nulls last") : "";
			List<String> words = new ArrayList<>(List.of(operators, term.descending() ? "desc" : "", nulls));
			words.removeIf(String::isEmpty);
			return String.join(" ", words);
		}

		private static String parameters(Map<String, String> parameters) {
			return parameters.entrySet()
				.stream()
				.map((parameter) -> parameter.getKey() + "=" + parameter.getValue())
				.collect(Collectors.joining(", "));
		}

		private Index.Element element(String place, Node node) {
			String attribute = attribute(node);
			return (attribute != null) ? Index.Element.column(column(attribute))
					: Index.Element.expression(this.text.expression(place, node));
		}

		/** The attribute, or the component of an embedded record, that is an element. */
		private @Nullable String attribute(Node node) {
			return (node instanceof Atom.Field field && this.model.field(field.path()).isPresent()) ? field.path()
					: null;
		}

		private String where(String place, @Nullable Node condition) {
			return (condition != null) ? this.text.condition(place, condition) : "";
		}

		private List<String> columns(List<String> attributes) {
			return attributes.stream().map(this::column).toList();
		}

		private String column(String attribute) {
			return this.model.field(attribute).orElseThrow().column();
		}

		private static Deferral deferral(boolean deferred) {
			return deferred ? Deferral.DEFERRED : Deferral.NONE;
		}

		private String table() {
			return Facts.table(this.model);
		}

	}

}
