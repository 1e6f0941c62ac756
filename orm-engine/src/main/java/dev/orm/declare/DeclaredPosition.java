package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.orm.expression.node.Clause;
import dev.orm.model.AutomaticField;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;

/**
 * What {@code @Position} declares of a table: rows of one owner are in different places,
 * which is looked at when the transaction commits, and they are ordered by them, if
 * nothing else is said.
 */
final class DeclaredPosition {

	private DeclaredPosition() {
	}

	/** Add to what a model says what its own field does. */
	static Declarations in(EntityBinding<? extends Model> binding, Declarations said) {
		ModelDescription description = binding.describe();
		if (description.proxyOf() != null) {
			return said;
		}
		List<FieldDescription> fields = description.fields();
		return IntStream.range(0, fields.size())
			.filter((index) -> fields.get(index).is(Flag.POSITION) && !fields.get(index).is(Flag.INHERITED))
			.mapToObj((index) -> added(description, said, fields.get(index).name(), owner(binding, index)))
			.findFirst()
			.orElse(said);
	}

	private static String owner(EntityBinding<? extends Model> binding, int index) {
		return binding.automatic()
			.stream()
			.filter((field) -> field.field() == index)
			.map(AutomaticField::of)
			.findFirst()
			.orElseThrow();
	}

	private static Declarations added(ModelDescription description, Declarations said, String position, String owner) {
		List<DeclaredConstraint> constraints = new ArrayList<>(said.constraints());
		constraints.add(DeclaredUnique.of(List.of(owner, position)).atCommit());
		Declarations added = said.with(constraints, said.scopes());
		boolean ordered = said.ordering() != null || !description.ordering().isEmpty();
		return ordered ? added : added.ordered(List.of(Clause.Ordering.named(position)));
	}

}
