package dev.orm.meta;

import dev.orm.error.detail.Subject;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.TableName;
import dev.orm.model.TableOptions;

/**
 * What the source says of a model beyond its fields: its name, class, table and labels.
 * Immutable once the registry is linked, and thread-safe then.
 */
public abstract sealed class NamedModel permits EntityModel {

	private final String name;

	private final ModelDescription description;

	NamedModel(String name, ModelDescription description) {
		this.name = name;
		this.description = description;
	}

	/**
	 * Return the name, which no other model goes by.
	 * @return the simple name of the class, after its group and a dot where several
	 * models have that one; owner and attribute joined for a generated join model
	 */
	public final String name() {
		return this.name;
	}

	/**
	 * Return the model as what an error is about.
	 * @return the model
	 */
	public final Subject subject() {
		return Subject.ofModel(this.name);
	}

	/**
	 * Return the name of the class, which names of attributes are made of.
	 * @return the simple name
	 */
	final String simpleName() {
		return autoCreated() ? this.name : javaType().getSimpleName();
	}

	/**
	 * Return what the source code says.
	 * @return the description
	 */
	public final ModelDescription description() {
		return this.description;
	}

	/**
	 * Return the class.
	 * @return the model class; {@code Model} itself for a generated join model
	 */
	public final Class<? extends Model> javaType() {
		return this.description.type();
	}

	/**
	 * Return whether nobody wrote a class for it: a generated join model has none.
	 * @return true if it was generated
	 */
	public abstract boolean autoCreated();

	/**
	 * Return the model that decides identity.
	 * @return the model itself; for a proxy the model it is a proxy of
	 */
	public abstract EntityModel concrete();

	/**
	 * Return the table.
	 * @return its name
	 */
	public final TableName table() {
		return this.description.table();
	}

	/**
	 * Return the database its code says that the model lives in.
	 * @return the alias
	 */
	public final String database() {
		String told = concrete().description().options().database();
		return told.isEmpty() ? TableOptions.DEFAULT_DATABASE : told;
	}

	/**
	 * Return whether migrations make the table.
	 * @return false for a view, or a table somebody else looks after
	 */
	public final boolean managed() {
		return concrete().description().options().managed();
	}

	/**
	 * Return whether rows may only be read.
	 * @return true if writes are refused
	 */
	public final boolean readOnly() {
		return concrete().description().options().readOnly();
	}

	/**
	 * Return what people call an instance.
	 * @return the label; the words of the class if there is none
	 */
	public final String label() {
		String label = this.description.options().presentation().label();
		return label.isEmpty() ? Words.of(simpleName()) : label;
	}

	/**
	 * Return what people call several instances.
	 * @return the plural; the label and an "s" if there is none
	 */
	public final String plural() {
		String plural = this.description.options().presentation().plural();
		return plural.isEmpty() ? label() + "s" : plural;
	}

	@Override
	public final String toString() {
		return this.name;
	}

}
