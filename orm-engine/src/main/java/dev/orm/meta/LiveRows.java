package dev.orm.meta;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredScope;
import dev.orm.declare.DeclaredUnique;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.model.FieldDescription.Flag;

/**
 * What {@code @SoftDelete} declares of a table: queries see the rows that live, and what
 * is unique is so among them.
 */
public final class LiveRows {

	private final EntityModel model;

	private final Node living;

	private LiveRows(EntityModel model, FieldModel mark) {
		this.model = model;
		this.living = new Predicate.Lookup(mark.name() + "__isnull", new Atom.Literal(true, null));
	}

	/**
	 * Return which attributes are unique together among all rows, by {@code @Table}.
	 * @param model the model
	 * @return sets of attributes; none where only rows that live count, which is declared
	 */
	public static List<List<String>> uniqueTogetherAmongAll(EntityModel model) {
		SoftDeletion deletion = model.softDeletion();
		boolean amongLiving = deletion != null && deletion.table() == model.concrete();
		return amongLiving ? List.of() : model.description().uniqueTogether();
	}

	/** Add to what a model says what its own mark does. */
	static Declarations in(EntityModel model, Declarations said) {
		SoftDeletion deletion = model.softDeletion();
		return (deletion != null && deletion.table() == model) ? new LiveRows(model, deletion.mark()).added(said)
				: said;
	}

	/** Whether a field with a unique column is unique among the rows that live only. */
	static boolean tells(FieldModel field) {
		SoftDeletion deletion = field.owner().softDeletion();
		return deletion != null && deletion.table() == field.owner().concrete() && !isReferredTo(field);
	}

	/** A foreign key needs a column that is unique among all rows. */
	private static boolean isReferredTo(FieldModel field) {
		return field.owner()
			.concrete()
			.relations()
			.stream()
			.filter((relation) -> !relation.forward())
			.anyMatch((relation) -> relation.path().get(0).fromField().name().equals(field.name()));
	}

	private Declarations added(Declarations said) {
		List<DeclaredScope> scopes = new ArrayList<>(said.scopes());
		scopes.add(0, new DeclaredScope(SoftDeletion.SCOPE, this.living, false));
		List<DeclaredConstraint> constraints = new ArrayList<>();
		this.model.localFields()
			.stream()
			.filter((field) -> field.is(Flag.UNIQUE) && !field.primaryKey() && tells(field))
			.forEach((field) -> constraints.add(unique(List.of(field.name()))));
		this.model.description().uniqueTogether().forEach((names) -> constraints.add(unique(names)));
		said.constraints().forEach((constraint) -> constraints.add(living(constraint)));
		return said.with(constraints, scopes);
	}

	private DeclaredUnique unique(List<String> attributes) {
		return DeclaredUnique.of(attributes).amongLiving(this.living);
	}

	private DeclaredConstraint living(DeclaredConstraint constraint) {
		return (constraint instanceof DeclaredUnique unique && unique.among() == DeclaredUnique.Among.USUAL)
				? unique.amongLiving(this.living) : constraint;
	}

}
