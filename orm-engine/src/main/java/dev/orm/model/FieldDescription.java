package dev.orm.model;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the source code says of a field. Immutable.
 *
 * @param name the attribute
 * @param column the column
 * @param javaType the class of the attribute; for a relation the handle's class
 * @param typeArguments the type arguments of a generic attribute such as
 * {@code List<String>}
 * @param columnType the PostgreSQL type asked for; empty for the natural one
 * @param length the length of a varchar; zero for none
 * @param precision the digits of a numeric; zero for none
 * @param scale the digits after the point
 * @param defaultValue the default as text; empty for none
 * @param flags what holds for the field
 * @param relation where a relation leads, else null
 * @param details what else is said of the column
 * @param presentation what people read
 */
public record FieldDescription(String name, String column, Class<?> javaType, List<Class<?>> typeArguments,
		String columnType, int length, int precision, int scale, String defaultValue, List<Flag> flags,
		@Nullable RelationDescription relation, ColumnDetails details, Presentation presentation) {

	public FieldDescription {
		typeArguments = List.copyOf(typeArguments);
		flags = List.copyOf(flags);
	}

	/**
	 * Describe a field; the {@code with} methods add the rest.
	 * @param name the attribute
	 * @param column the column
	 * @param javaType the class of the attribute
	 * @param flags what holds for the field
	 * @return a description
	 */
	public static FieldDescription of(String name, String column, Class<?> javaType, Flag... flags) {
		return new FieldDescription(name, column, javaType, List.of(), "", 0, 0, 0, "", Arrays.asList(flags), null,
				ColumnDetails.NONE, Presentation.NONE);
	}

	/**
	 * Return a copy with type arguments.
	 * @param arguments the classes
	 * @return a copy
	 */
	public FieldDescription arguments(Class<?>... arguments) {
		return new FieldDescription(this.name, this.column, this.javaType, Arrays.asList(arguments), this.columnType,
				this.length, this.precision, this.scale, this.defaultValue, this.flags, this.relation, this.details,
				this.presentation);
	}

	/**
	 * Return a copy with a PostgreSQL type.
	 * @param type the type name
	 * @return a copy
	 */
	public FieldDescription type(String type) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, type, this.length,
				this.precision, this.scale, this.defaultValue, this.flags, this.relation, this.details,
				this.presentation);
	}

	/**
	 * Return a copy with sizes.
	 * @param length the length of a varchar
	 * @param precision the digits of a numeric
	 * @param scale the digits after the point
	 * @return a copy
	 */
	public FieldDescription size(int length, int precision, int scale) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, this.columnType, length,
				precision, scale, this.defaultValue, this.flags, this.relation, this.details, this.presentation);
	}

	/**
	 * Return a copy with a default.
	 * @param value the default as text
	 * @return a copy
	 */
	public FieldDescription defaultsTo(String value) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, this.columnType,
				this.length, this.precision, this.scale, value, this.flags, this.relation, this.details,
				this.presentation);
	}

	/**
	 * Return a copy with a relation.
	 * @param target where the relation leads
	 * @return a copy
	 */
	public FieldDescription relation(RelationDescription target) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, this.columnType,
				this.length, this.precision, this.scale, this.defaultValue, this.flags, target, this.details,
				this.presentation);
	}

	/**
	 * Return a copy with more said of the column.
	 * @param more what is said
	 * @return a copy
	 */
	public FieldDescription details(ColumnDetails more) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, this.columnType,
				this.length, this.precision, this.scale, this.defaultValue, this.flags, this.relation, more,
				this.presentation);
	}

	/**
	 * Return a copy with what people read.
	 * @param words the words
	 * @return a copy
	 */
	public FieldDescription presentation(Presentation words) {
		return new FieldDescription(this.name, this.column, this.javaType, this.typeArguments, this.columnType,
				this.length, this.precision, this.scale, this.defaultValue, this.flags, this.relation, this.details,
				words);
	}

	/**
	 * Return whether a flag is set.
	 * @param flag the flag
	 * @return true if it is
	 */
	public boolean is(Flag flag) {
		return this.flags.contains(flag);
	}

	/**
	 * Return whether the field is, or is part of, the primary key.
	 * @return true if it is
	 */
	public boolean primaryKey() {
		return is(Flag.PRIMARY_KEY);
	}

	/** What may hold for a field. */
	public enum Flag {

		/** The column takes NULL. */
		NULLABLE,
		/** Part of the primary key. */
		PRIMARY_KEY,
		/** The database makes the value. */
		IDENTITY,
		/** The engine makes a UUID. */
		UUID_KEY,
		/** Unique by itself. */
		UNIQUE,
		/** Has an index of its own. */
		INDEX,
		/** Set to now by every save. */
		AUTO_NOW,
		/** Set to now by the insert. */
		AUTO_NOW_ADD,
		/** Optimistic lock. */
		VERSION,
		/** When the row was deleted. */
		DELETED_AT,
		/** Who deleted the row. */
		DELETED_BY,
		/** Whose row it is. */
		TENANT,
		/** The database does not keep tenants apart by itself. */
		TENANT_UNGUARDED,
		/** Zero or more, by a CHECK. */
		POSITIVE,
		/** Stored as a JSON document. */
		JSON,
		/** Annotations of the field make its type. */
		TYPED,
		/** The database enforces choices and limits. */
		CHECKED,
		/** People do not change it. */
		NOT_EDITABLE,
		/** A relation without a foreign key in the database. */
		UNCONSTRAINED,
		/** A relation whose foreign key is checked at each statement. */
		UNDEFERRED,
		/** A relation whose column has no index for it. */
		UNINDEXED,
		/** No log shows its values. */
		SENSITIVE,
		/** A short text for addresses. */
		SLUG,
		/** The place of a row among those of an owner. */
		POSITION,
		/** The table a generic key points to; its key is the field after it. */
		GENERIC_TYPE,
		/** The key of the row a generic key points to. */
		GENERIC_ID,
		/** Inherited from a parent with a table of its own. */
		INHERITED

	}

}
