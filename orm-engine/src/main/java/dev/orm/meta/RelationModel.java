package dev.orm.meta;

import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.model.RelationDescription;
import org.jspecify.annotations.Nullable;

/**
 * A relation as seen from one of its sides. Immutable.
 *
 * @param kind what it is
 * @param name the accessor on the source
 * @param queryName the name in paths
 * @param source the model it starts from
 * @param target the model it leads to
 * @param path the joins it takes, one or (through a join table) two
 * @param field the foreign key: the source's own for forward relations, the target's for
 * reverse ones, null for many-to-many
 * @param through the join table of a many-to-many relation, else null
 * @param hidden whether there is no accessor
 * @param typed what rows hold besides the key, if that is a generic one; null for other
 * relations
 */
public record RelationModel(Kind kind, String name, String queryName, EntityModel source, EntityModel target,
		List<JoinStep> path, @Nullable FieldModel field, @Nullable Through through, boolean hidden,
		@Nullable TypedKey typed) {

	public RelationModel {
		path = List.copyOf(path);
	}

	RelationModel(Kind kind, String name, String queryName, EntityModel source, EntityModel target, List<JoinStep> path,
			@Nullable FieldModel field, @Nullable Through through, boolean hidden) {
		this(kind, name, queryName, source, target, path, field, through, hidden, null);
	}

	/**
	 * Return the relation as what an error is about.
	 * @return the model it starts from, and its name
	 */
	public Subject subject() {
		return Subject.ofAttribute(this.source.name(), this.name);
	}

	/**
	 * Return what people call it.
	 * @return the words of its name
	 */
	public String label() {
		return Words.of(this.name);
	}

	/**
	 * Return whether one row may lead to many.
	 * @return true for reverse foreign keys and many-to-many relations
	 */
	public boolean multiValued() {
		return this.kind == Kind.REVERSE_FOREIGN_KEY || this.kind == Kind.MANY_TO_MANY;
	}

	/**
	 * Return whether the source has the foreign key.
	 * @return true for forward foreign keys and one-to-ones
	 */
	public boolean forward() {
		return this.kind == Kind.FOREIGN_KEY || this.kind == Kind.ONE_TO_ONE;
	}

	/**
	 * Return the foreign key.
	 * @return the field
	 * @throws IllegalStateException for many-to-many relations
	 */
	public FieldModel foreignKey() {
		if (this.field == null) {
			throw new IllegalStateException(this + " has no foreign key of its own");
		}
		return this.field;
	}

	/**
	 * Return the join table.
	 * @return the join table
	 * @throws IllegalStateException unless the relation is many-to-many
	 */
	public Through throughTable() {
		if (this.through == null) {
			throw new IllegalStateException(this + " has no join table");
		}
		return this.through;
	}

	/**
	 * Return what happens to the rows with the foreign key when the row they point to is
	 * deleted.
	 * @return the action
	 */
	public OnDeleteAction onDelete() {
		RelationDescription description = foreignKey().description().relation();
		return (description != null) ? description.onDelete() : OnDeleteAction.CASCADE;
	}

	/**
	 * Return whether rows with the foreign key stay as they are when the row they point
	 * to is deleted.
	 * @return true if so
	 */
	public boolean isLeftAlone() {
		return onDelete() == OnDeleteAction.DO_NOTHING;
	}

	/**
	 * Return what is wrong with a foreign key that would lead to another database.
	 * @param field its field
	 * @param from the alias of the database the rows with the key live in
	 * @param to that of the rows it would point to
	 * @return the error, to be thrown
	 */
	public static ModelDefinitionException acrossDatabases(FieldModel field, String from, String to) {
		return new ModelDefinitionException(
				"""
						%s leads from database '%s' to '%s', where no foreign key can lead.
						  hint: let both models live in one database, or say @Reference(constraint = false) (relation-across-databases)"""
					.formatted(field, from, to),
				field.subject());
	}

	/**
	 * Return the name in paths that leads from the target back to the source.
	 * @return the name; that of the foreign key for the other side of one
	 * @throws IllegalStateException if nothing leads back
	 */
	public String wayBack() {
		if (this.kind != Kind.MANY_TO_MANY) {
			return foreignKey().name();
		}
		if (throughTable().symmetrical()) {
			return this.queryName;
		}
		return this.target.relations()
			.stream()
			.filter(this::isBack)
			.map(RelationModel::queryName)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No way back from " + this));
	}

	private boolean isBack(RelationModel candidate) {
		return candidate.kind() == Kind.MANY_TO_MANY
				&& candidate.throughTable().source().equals(throughTable().target())
				&& candidate.throughTable().target().equals(throughTable().source());
	}

	/**
	 * Return the accessor that leads from the target of a forward one-to-one back to its
	 * source.
	 * @return the accessor; null if there is none, or for other kinds of relations
	 */
	public @Nullable String oneToOneBack() {
		if (this.kind != Kind.ONE_TO_ONE) {
			return null;
		}
		return this.target.relations()
			.stream()
			.filter((back) -> back.kind() == Kind.REVERSE_ONE_TO_ONE && back.field() == this.field && !back.hidden())
			.map(RelationModel::name)
			.findFirst()
			.orElse(null);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return this.source.name() + "." + this.name;
	}

	/** The kinds of relations. */
	public enum Kind {

		/** Many-to-one, from the side with the key. */
		FOREIGN_KEY,
		/** One-to-one, from the side with the key. */
		ONE_TO_ONE,
		/** One-to-many, by a foreign key or a generic one. */
		REVERSE_FOREIGN_KEY,
		/** One-to-one, from the side without the key. */
		REVERSE_ONE_TO_ONE,
		/** Many-to-many, from either side. */
		MANY_TO_MANY

	}

	/**
	 * A join table, as seen from the source of the relation.
	 *
	 * @param model the join model
	 * @param source its foreign key to the source
	 * @param target its foreign key to the target
	 * @param autoCreated whether nobody wrote a class for it
	 * @param symmetrical whether a-b means b-a too
	 */
	public record Through(EntityModel model, FieldModel source, FieldModel target, boolean autoCreated,
			boolean symmetrical) {

	}

	/**
	 * What tells that a generic key points to rows of one table. Immutable.
	 *
	 * @param type the column that names the table
	 * @param model the model that has the table
	 */
	public record TypedKey(FieldModel type, EntityModel model) {

		/**
		 * Return what the column holds.
		 * @return the name of the table
		 */
		public String table() {
			return this.model.table().toString();
		}

		/**
		 * Return the condition on rows with the key.
		 * @return a condition on their model
		 */
		public Node condition() {
			return new Predicate.Lookup(this.type.name(), new Atom.Literal(table(), null));
		}

		/**
		 * Return the attribute that holds the key.
		 * @return its name
		 */
		public String attribute() {
			return this.type.name().split("__", 2)[0];
		}

		/**
		 * Return the handle of a row.
		 * @param row the row
		 * @return its handle; empty where the attribute was set to null
		 */
		public GenericKey<?> handle(Model row) {
			GenericKey<?> handle = this.type.model().binding().generic(row, this.type.index());
			return (handle != null) ? handle : GenericKey.empty();
		}

	}

}
