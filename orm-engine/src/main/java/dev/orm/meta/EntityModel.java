package dev.orm.meta;

import java.util.List;
import java.util.Optional;

import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredScope;
import dev.orm.error.ReadOnlyModelException;
import dev.orm.expression.node.Clause;
import dev.orm.meta.index.Untold;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A model: its table, fields and relations, linked to other models. Immutable once the
 * registry is linked.
 */
public final class EntityModel extends NamedModel {

	/** Null for a generated join model. */
	private final @Nullable BoundClass bound;

	private final ModelMembers members = new ModelMembers();

	private final Declared declared;

	private List<FieldModel> key = List.of();

	private @Nullable SoftDeletion softDeletion;

	private @Nullable EntityModel parent;

	private @Nullable EntityModel concrete;

	EntityModel(String name, ModelDescription description, @Nullable BoundClass bound) {
		super(name, description);
		this.bound = bound;
		this.declared = new Declared(this, bound);
	}

	void parent(@Nullable EntityModel parent) {
		this.parent = parent;
	}

	void concrete(EntityModel concrete) {
		this.concrete = concrete;
	}

	/** Told of a generated join model: whose relation it is. */
	void joinedBy(EntityModel owner, String relation) {
		this.declared.joinedBy(owner, relation);
	}

	void add(FieldModel field) {
		this.members.add(field);
	}

	void fieldsComplete() {
		this.members.fieldsComplete(concrete());
		this.key = this.members.key();
		this.softDeletion = SoftDeletion.of(fields());
	}

	void link(ValueType[] types) {
		bound().types(types);
	}

	void add(RelationModel relation) {
		this.members.add(relation);
	}

	@Override
	public boolean autoCreated() {
		return this.bound == null;
	}

	/**
	 * Return the generated bridge to the class.
	 * @return the binding
	 * @throws IllegalStateException for a generated join model
	 */
	public EntityBinding<Model> binding() {
		return bound().binding();
	}

	/**
	 * Return whether a new instance holds what any instance does: own values, and the
	 * handles it was born with.
	 * @return true if the source code says so; false where only an instance can tell
	 */
	public boolean bornPlain() {
		return this.bound == null || !this.bound.mayTell(Untold.INSTANCES);
	}

	/**
	 * Return what reads the columns off rows.
	 * @return the reader
	 * @throws IllegalStateException for a generated join model
	 */
	public ModelReader reader() {
		return bound().reader(this);
	}

	private BoundClass bound() {
		if (this.bound == null) {
			throw new IllegalStateException(name() + " has no class");
		}
		return this.bound;
	}

	/**
	 * Refuse to write rows that may only be read.
	 * @return this model
	 * @throws ReadOnlyModelException if they may
	 */
	public EntityModel requireWritable() {
		if (readOnly()) {
			throw new ReadOnlyModelException(name());
		}
		return this;
	}

	/**
	 * Return all concrete fields, those of parent tables included.
	 * @return the fields, by index
	 */
	public List<FieldModel> fields() {
		return this.members.fields();
	}

	/**
	 * Return the fields whose columns are in the model's own table.
	 * @return the fields, by index
	 */
	public List<FieldModel> localFields() {
		return this.members.localFields();
	}

	/**
	 * Return the primary key.
	 * @return one field, or several for a composite key
	 */
	public List<FieldModel> key() {
		return this.key;
	}

	/**
	 * Return whether the key has several columns.
	 * @return true if it has
	 */
	public boolean hasCompositeKey() {
		return this.key.size() > 1;
	}

	/**
	 * Return the field of a single-column key.
	 * @return the field
	 */
	public FieldModel pk() {
		return this.key.get(0);
	}

	/**
	 * Return a primary key in the form in which equal keys are equal objects.
	 * @param key a value, or a list of the parts of a composite key; null for none
	 * @return what stands for it and its equals
	 * @see FieldModel#key
	 */
	public @Nullable Object key(@Nullable Object key) {
		return (hasCompositeKey() && key instanceof List<?> parts) ? ModelMembers.keyForms(this.key, parts)
				: pk().key(key);
	}

	/**
	 * Take a key apart: the record the model embeds; for a key of several parts also a
	 * record with a component for each, named as the part is, and instances in the place
	 * of their keys.
	 * @param given a key, as a caller may write it
	 * @return the value of the key, or the list of its parts; what was given if it is
	 * neither
	 */
	public Object plainKey(Object given) {
		Object plain = binding().key(given);
		return hasCompositeKey() ? GivenKey.parts(this.key, plain) : plain;
	}

	/**
	 * Return how its rows are marked as deleted.
	 * @return the mark; null if deletes remove them
	 */
	public @Nullable SoftDeletion softDeletion() {
		return this.softDeletion;
	}

	/**
	 * Return the model whose table holds inherited fields (multi-table inheritance).
	 * @return the parent, or null
	 */
	public @Nullable EntityModel parent() {
		return this.parent;
	}

	/**
	 * Return the field that holds the key of the parent (multi-table inheritance).
	 * @return the one-to-one link, which is the model's own key; null without parent
	 */
	public @Nullable FieldModel parentLink() {
		return (this.parent != null) ? pk() : null;
	}

	@Override
	public EntityModel concrete() {
		return (this.concrete != null) ? this.concrete : this;
	}

	/**
	 * Return what the model says of its table beyond columns. Read on first need.
	 * @return the declarations, all with a name
	 * @throws dev.orm.error.ModelDefinitionException if they name attributes that are not
	 * there, columns of other tables, or one name twice
	 */
	public Declarations declarations() {
		return this.declared.declarations();
	}

	/**
	 * Return the default ordering: its own, or that of the model whose table it shares or
	 * continues.
	 * @return the terms; empty for none
	 */
	public List<Clause.Ordering> ordering() {
		return this.declared.ordering();
	}

	/**
	 * Return whether rows are always read as the children they are.
	 * @return true if Meta says so
	 */
	public boolean narrows() {
		return declarations().subclasses();
	}

	/**
	 * Return what tells the latest row, said here or by the model whose table it shares.
	 * @return the terms, the largest of which is the latest; empty for none
	 */
	public List<Clause.Ordering> latestBy() {
		return this.declared.latestBy();
	}

	/**
	 * Return the scopes of its table: those of a model it is a proxy of, then its own.
	 * @return the scopes; empty for none
	 */
	public List<DeclaredScope> scopes() {
		return this.declared.scopes();
	}

	/**
	 * Return whether scopes, its own or a parent's, say which of its rows queries see.
	 * @return true if there is one
	 */
	public boolean isScoped() {
		return this.declared.isScoped();
	}

	/**
	 * Find a field.
	 * @param name its attribute or, for a relation, the name of its raw key; {@code pk}
	 * for a single-column key
	 * @return the field
	 */
	public Optional<FieldModel> field(String name) {
		if (name.equals("pk") && !hasCompositeKey()) {
			return Optional.of(pk());
		}
		return Optional.ofNullable(this.members.field(name));
	}

	/** Find a field by its attribute alone. */
	@Nullable FieldModel attribute(String name) {
		FieldModel field = this.members.field(name);
		return (field != null && field.name().equals(name)) ? field : null;
	}

	/**
	 * Find a relation by its name in paths.
	 * @param queryName the name
	 * @return the relation
	 */
	public Optional<RelationModel> relation(String queryName) {
		return Optional.ofNullable(this.members.relation(queryName));
	}

	/**
	 * Find a relation by its accessor.
	 * @param name the accessor's name
	 * @return the relation
	 */
	public Optional<RelationModel> accessor(String name) {
		return Optional.ofNullable(this.members.accessor(name));
	}

	/**
	 * Return all relations, hidden ones included.
	 * @return the relations
	 */
	public List<RelationModel> relations() {
		return this.members.relations();
	}

	/**
	 * Return the names a path may start with, for error messages.
	 * @return attribute and relation names, sorted
	 */
	public List<String> choices() {
		return this.members.choices();
	}

}
