package dev.orm.meta;

import java.util.List;
import java.util.Objects;

import dev.orm.choice.ChoiceOption;
import dev.orm.choice.ChoiceSource;
import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.model.ToOne;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A concrete column of a model as seen from it; an inherited column of a parent table
 * knows its owner. Immutable once the registry is linked.
 */
public final class FieldModel {

	private final EntityModel model;

	private final EntityModel owner;

	private final FieldDescription description;

	private final int index;

	private @Nullable ValueType type;

	private @Nullable RelationModel relation;

	FieldModel(EntityModel model, EntityModel owner, FieldDescription description, int index) {
		this.model = model;
		this.owner = owner;
		this.description = description;
		this.index = index;
	}

	void link(ValueType type) {
		this.type = type;
	}

	void link(RelationModel relation) {
		this.relation = relation;
	}

	/**
	 * Return the model the field is seen from.
	 * @return the model
	 */
	public EntityModel model() {
		return this.model;
	}

	/**
	 * Return the model whose table has the column.
	 * @return the model itself, or a parent with a table of its own
	 */
	public EntityModel owner() {
		return this.owner;
	}

	/**
	 * Return the attribute.
	 * @return its name, as used in paths
	 */
	public String name() {
		return this.description.name();
	}

	/**
	 * Return the name of the raw value: that of a relation's key.
	 * @return the attribute, with {@code Id} after that of a relation
	 */
	public String attname() {
		return (this.description.relation() != null) ? name() + "Id" : name();
	}

	/**
	 * Return the field as what an error is about.
	 * @return model and attribute
	 */
	public Subject subject() {
		return Subject.ofAttribute(this.model.name(), name());
	}

	/**
	 * Return the column.
	 * @return its name
	 */
	public String column() {
		return this.description.column();
	}

	/**
	 * Return the place of the field in its model's binding.
	 * @return the index, from 0
	 */
	public int index() {
		return this.index;
	}

	/**
	 * Return the type; that of the target's key for a relation.
	 * @return the type
	 */
	public ValueType type() {
		if (this.type == null) {
			throw new IllegalStateException(this + " is not linked");
		}
		return this.type;
	}

	@Nullable ValueType linkedType() {
		return this.type;
	}

	/**
	 * Return where a foreign key leads.
	 * @return the forward relation; null for a plain field
	 */
	public @Nullable RelationModel relation() {
		return this.relation;
	}

	/**
	 * Make the handle a row comes with: one that can fetch.
	 * @param owner the instance
	 * @param key the key it points to; null for none
	 * @return the handle, of the attribute's class
	 */
	public ToOne<?> handle(Model owner, @Nullable Object key) {
		return isOneToOne() ? OneToOne.loaded(owner, this.index, key) : ForeignKey.loaded(owner, this.index, key);
	}

	/**
	 * Make a handle that belongs to no instance yet.
	 * @param target an instance, or the key of one; null for none
	 * @return the handle, of the attribute's class
	 */
	public ToOne<?> handle(@Nullable Object target) {
		if (target instanceof Model instance) {
			return isOneToOne() ? OneToOne.to(instance) : ForeignKey.to(instance);
		}
		return isOneToOne() ? OneToOne.ofId(target) : ForeignKey.ofId(target);
	}

	boolean isOneToOne() {
		return this.description.javaType() == OneToOne.class;
	}

	/**
	 * Convert what a caller gave to the class of the column's values.
	 * @param value any value; of a relation, a key
	 * @return the value; null for null
	 * @throws ValueConversionException if it cannot be converted; it names this field
	 */
	public @Nullable Object convert(@Nullable Object value) {
		try {
			return (value != null) ? type().codec().convert(value) : null;
		}
		catch (ValueConversionException ex) {
			throw ex.at(this.model.name(), name());
		}
	}

	/**
	 * Return what an attribute that is null gets when its instance is inserted.
	 * @return the default of {@code @Column}; null for none
	 * @throws ValueConversionException if its text is no value of the attribute
	 */
	public @Nullable Object defaultValue() {
		String text = this.description.defaultValue();
		Kind kind = type().kind();
		boolean document = kind == Kind.JSON || kind == Kind.ARRAY || kind == Kind.RANGE || kind == Kind.HSTORE;
		return text.isEmpty() ? null : document ? type().codec().parse(text) : convert(text);
	}

	/**
	 * Return a value in the form in which equal keys are equal objects, as rows are found
	 * again by them: {@code char(n)} without its padding, a {@code numeric} without
	 * trailing zeros, bytes by what they are.
	 * @param value a value of the column; null for none
	 * @return what stands for it and its equals
	 */
	public @Nullable Object key(@Nullable Object value) {
		return (value != null) ? type().codec().key(value) : null;
	}

	/**
	 * Return whether two values of the column are one to the database.
	 * @param one a value; null for none
	 * @param other another
	 * @return true if they are, by the rule of {@link #key}
	 */
	public boolean isSame(@Nullable Object one, @Nullable Object other) {
		return Objects.equals(key(one), key(other));
	}

	/**
	 * Return whether the field is the key of a parent's row (multi-table inheritance). No
	 * attribute holds it: it is the inherited key.
	 * @return true if it is
	 */
	public boolean isParentLink() {
		FieldModel link = this.owner.parentLink();
		return link != null && link.name().equals(name());
	}

	/**
	 * Return whether the column takes NULL.
	 * @return true if it does
	 */
	public boolean nullable() {
		return is(Flag.NULLABLE);
	}

	/**
	 * Return whether the field is, or is part of, the primary key.
	 * @return true if it is
	 */
	public boolean primaryKey() {
		return is(Flag.PRIMARY_KEY);
	}

	/**
	 * Return whether values identify a row, among all there are.
	 * @return true for a unique field and a single-column key
	 */
	public boolean unique() {
		return (is(Flag.UNIQUE) && !DeclaredRows.tells(this)) || (primaryKey() && this.model.key().size() == 1);
	}

	/**
	 * Return whether values identify a row among those that are not marked as deleted.
	 * @return true for a unique field and a single-column key
	 */
	public boolean uniqueAmongLiving() {
		return is(Flag.UNIQUE) || unique();
	}

	/**
	 * Return whether a flag is set.
	 * @param flag the flag
	 * @return true if it is
	 */
	public boolean is(Flag flag) {
		return this.description.is(flag);
	}

	/**
	 * Return whether the database computes the column, so that nobody writes it.
	 * @return true if it does
	 */
	public boolean computed() {
		return this.description.details().computed() != null;
	}

	/**
	 * Return whether the engine or the database knows a value where none is given.
	 * @return true if a new row may leave it out
	 */
	public boolean isFilledIn() {
		return isAutomatic() || is(Flag.IDENTITY) || is(Flag.UUID_KEY) || is(Flag.VERSION) || isParentLink()
				|| computed() || !this.description.defaultValue().isEmpty() || hasDbDefault();
	}

	private boolean isAutomatic() {
		return !this.model.autoCreated()
				&& this.model.binding().automatic().stream().anyMatch((column) -> column.field() == this.index);
	}

	/**
	 * Return whether the database fills the column in where an insert leaves it out.
	 * @return true if the source says by what
	 */
	public boolean hasDbDefault() {
		return !this.description.details().dbDefault().isEmpty()
				|| this.owner.concrete().declarations().dbDefault(name()).isPresent();
	}

	/**
	 * Refuse to write the column if the database computes it.
	 * @return this field
	 * @throws QueryValueException if it does
	 */
	public FieldModel requireWritten() {
		if (computed()) {
			throw new QueryValueException(
					"%s is computed by the database, so it cannot be set. hint: set what it is computed from"
						.formatted(this),
					subject());
		}
		return this;
	}

	/**
	 * Return whether people may change the value in forms.
	 * @return true unless the source says no, or the engine or the database sets it
	 */
	public boolean editable() {
		boolean automatic = (isAutomatic() && !is(Flag.SLUG)) || is(Flag.AUTO_NOW) || is(Flag.AUTO_NOW_ADD)
				|| is(Flag.VERSION) || is(Flag.IDENTITY) || is(Flag.UUID_KEY) || is(Flag.DELETED_AT)
				|| is(Flag.DELETED_BY) || is(Flag.TENANT);
		return !automatic && !computed() && !is(Flag.NOT_EDITABLE);
	}

	/**
	 * Return the values there are: the constants of an enum, or what is named.
	 * @return values, as the attribute holds them, and labels; empty if any will do
	 */
	@SuppressWarnings("unchecked")
	public List<ChoiceOption> choices() {
		ChoiceSource source = this.description.details().choices();
		if (source == null && this.description.javaType().isEnum()) {
			source = ChoiceSource.ofConstants((Class<? extends Enum<?>>) this.description.javaType());
		}
		return (source != null) ? source.options() : List.of();
	}

	/**
	 * Return what people read for what an instance holds. Django's
	 * {@code get_status_display()}.
	 * @param instance an instance of the field's model
	 * @return the label of its choice, else what it holds; empty for null
	 */
	public String display(Model instance) {
		Object value = value(instance);
		return choices().stream()
			.filter((choice) -> choice.value().equals(value))
			.map(ChoiceOption::label)
			.findFirst()
			.orElse((value != null) ? value.toString() : "");
	}

	/**
	 * Return what people call the field.
	 * @return the label; the words of the attribute if there is none
	 */
	public String label() {
		String label = this.description.presentation().label();
		return label.isEmpty() ? Words.of(name()) : label;
	}

	/**
	 * Return what to tell people who fill it in.
	 * @return the help; empty for none
	 */
	public String help() {
		return this.description.presentation().help();
	}

	/**
	 * Return what an instance holds: of a relation, its handle.
	 * @param instance an instance of the field's model, loaded or not
	 * @return the value of the attribute
	 */
	public @Nullable Object value(Model instance) {
		return this.model.binding().get(instance, this.index);
	}

	/**
	 * Return what the column of an instance's row holds, as far as the instance knows.
	 * @param instance an instance of the field's model, loaded or not
	 * @return the value; of a relation, the key its handle points to
	 */
	public @Nullable Object columnValue(Model instance) {
		return ToOne.keyOf(value(instance));
	}

	/**
	 * Let an instance hold a value.
	 * @param instance an instance of the field's model
	 * @param value a value of the attribute's class; of a relation, a handle
	 */
	public void set(Model instance, @Nullable Object value) {
		this.model.binding().set(instance, this.index, value);
	}

	/**
	 * Return what the source code says.
	 * @return the description
	 */
	public FieldDescription description() {
		return this.description;
	}

	@Override
	public String toString() {
		return this.model.name() + "." + name();
	}

}
