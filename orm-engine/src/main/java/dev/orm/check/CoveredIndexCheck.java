package dev.orm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredIndex;
import dev.orm.declare.DeclaredUnique;
import dev.orm.declare.IndexMethod;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Nulls;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;

/**
 * Looks for declared indexes whose columns another index leads with: they are only kept.
 */
final class CoveredIndexCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			Declarations declarations = MetaCheck.readable(model);
			if (!declarations.indexes().isEmpty() && model.concrete() == model && model.managed()) {
				problems.addAll(check(model, declarations));
			}
		}
		return problems.stream();
	}

	private static List<Problem> check(EntityModel model, Declarations declarations) {
		List<Led> all = new ArrayList<>(uniques(model, declarations));
		List<Led> indexes = declarations.indexes().stream().flatMap((index) -> Led.of(index).stream()).toList();
		all.addAll(indexes);
		return indexes.stream()
			.flatMap((index) -> all.stream()
				.filter((other) -> other.covers(index, all))
				.limit(1)
				.map((other) -> problem(model, index, other)))
			.toList();
	}

	private static Problem problem(EntityModel model, Led index, Led other) {
		return Problem.warning("meta-covered", model.name(),
				"The index '%s' of %s on %s is not needed: %s on %s leads with the same.".formatted(index.name(), model,
						index.columns(), other.name(), other.columns()),
				"leave it out, or silence it by meta.silence(\"meta-covered\", \"because ...\")");
	}

	private static List<Led> uniques(EntityModel model, Declarations declarations) {
		List<Led> uniques = new ArrayList<>();
		uniques.add(new Led("the key", model.key().stream().map(FieldModel::name).toList()));
		model.localFields()
			.stream()
			.filter((field) -> field.unique() && !field.primaryKey())
			.forEach((field) -> uniques.add(new Led("the unique " + field.name(), List.of(field.name()))));
		model.description().uniqueTogether().forEach((names) -> uniques.add(new Led("a unique constraint", names)));
		declarations.uniques()
			.stream()
			.filter((unique) -> !unique.isIndex())
			.map((DeclaredUnique unique) -> new Led("the constraint '" + unique.name() + "'", unique.attributes()))
			.forEach(uniques::add);
		return uniques;
	}

	/**
	 * A sorted tree over columns of all rows.
	 *
	 * @param name what it is called
	 * @param columns its columns in order, a minus for descending
	 */
	private record Led(String name, List<String> columns) {

		/** An index that may be compared; one with a condition or expressions may not. */
		static Optional<Led> of(DeclaredIndex index) {
			boolean plain = index.method() == IndexMethod.BTREE && index.where() == null && index.include().isEmpty()
					&& index.operatorClasses().isEmpty()
					&& index.elements()
						.stream()
						.allMatch((element) -> DeclaredConstraint.attribute(element.expression()) != null);
			return plain ? Optional.of(new Led(index.name(), index.elements().stream().map(Led::text).toList()))
					: Optional.empty();
		}

		private static String text(Clause.Ordering element) {
			return (element.descending() ? "-" : "") + DeclaredConstraint.attribute(element.expression())
					+ ((element.nulls() != Nulls.DEFAULT) ? " " + element.nulls() : "");
		}

		/** Of two that are equal the later is not needed. */
		boolean covers(Led index, List<Led> all) {
			boolean leads = this.columns.size() >= index.columns().size()
					&& this.columns.subList(0, index.columns().size()).equals(index.columns());
			boolean longer = this.columns.size() > index.columns().size();
			return !equals(index) && leads && (longer || all.indexOf(this) < all.indexOf(index));
		}

	}

}
