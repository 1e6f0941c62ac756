package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * An attribute with a column.
 *
 * @param name the attribute
 * @param type its type, as a member of the model
 * @param variable the Java field; null for the link of a child to its parent, which has
 * none
 * @param attribute how it is read and what a path offers for it
 * @param column its column
 * @param relation where it leads, else null
 * @param part where it is in an embedded record, else null
 */
record DeclaredField(String name, TypeMirror type, @Nullable VariableElement variable, AttributeType attribute,
		ColumnOptions column, @Nullable DeclaredRelation relation, @Nullable EmbeddedPart part) {

	DeclaredField(String name, TypeMirror type, @Nullable VariableElement variable, AttributeType attribute,
			ColumnOptions column, @Nullable DeclaredRelation relation) {
		this(name, type, variable, attribute, column, relation, null);
	}

	/** Where the source says that it is a key: a record is one as a whole. */
	@Nullable VariableElement holder() {
		return (this.part != null) ? this.part.holder() : this.variable;
	}

	/** The attribute that callers of the model see: that of a part is its record. */
	String attributeName() {
		return (this.part != null) ? this.part.attribute() : this.name;
	}

	boolean is(String flag) {
		return this.column.flags().contains(flag);
	}

	boolean isEnum() {
		return this.type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
	}

	boolean isParentLink() {
		return this.variable == null;
	}

	/** The same field as a column of an embedded record. */
	DeclaredField in(EmbeddedPart other) {
		return new DeclaredField(this.name, this.type, this.variable, this.attribute, this.column, this.relation,
				other);
	}

	/** The same field as a child with a table of its own sees it. */
	DeclaredField inherited() {
		List<String> flags = new ArrayList<>(this.column.flags());
		flags.remove("PRIMARY_KEY");
		if (!flags.contains("INHERITED")) {
			flags.add("INHERITED");
		}
		return new DeclaredField(this.name, this.type, this.variable, this.attribute, this.column.flags(flags),
				this.relation, this.part);
	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param type the PostgreSQL type asked for; empty for the natural one
	 * @param length the length of a varchar
	 * @param precision the digits of a numeric
	 * @param scale the digits after the point
	 * @param defaultValue the default as text
	 * @param flags names of {@code FieldDescription.Flag}
	 * @param details what else is said of it
	 * @param words what people read
	 */
	record ColumnOptions(String name, String type, int length, int precision, int scale, String defaultValue,
			List<String> flags, ColumnDetails details, DeclaredWords words) {

		ColumnOptions {
			flags = List.copyOf(flags);
		}

		ColumnOptions named(String other) {
			return new ColumnOptions(other, this.type, this.length, this.precision, this.scale, this.defaultValue,
					this.flags, this.details, this.words);
		}

		ColumnOptions flags(List<String> others) {
			return new ColumnOptions(this.name, this.type, this.length, this.precision, this.scale, this.defaultValue,
					others, this.details, this.words);
		}

	}

}
