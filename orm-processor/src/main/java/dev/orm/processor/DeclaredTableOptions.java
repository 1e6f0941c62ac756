package dev.orm.processor;

import java.util.Optional;

import javax.lang.model.element.TypeElement;

/**
 * What else a class says of its table.
 *
 * @param comment what people should know of it; empty for nothing
 * @param managed whether migrations make it
 * @param readOnly whether rows may only be read
 * @param words what people read
 * @param database the alias of its database; empty for the default one
 */
record DeclaredTableOptions(String comment, boolean managed, boolean readOnly, DeclaredWords words, String database) {

	static DeclaredTableOptions of(TypeElement element, Optional<AnnotationValues> table, String database) {
		return new DeclaredTableOptions(table.map((values) -> values.text("comment")).orElse(""),
				table.map((values) -> values.flag("managed")).orElse(true),
				table.map((values) -> values.flag("readOnly")).orElse(false), ColumnReader.words(element), database);
	}

	/** The same table as a proxy sees it, which people call otherwise if it says so. */
	DeclaredTableOptions words(DeclaredWords others) {
		return new DeclaredTableOptions(this.comment, this.managed, this.readOnly,
				others.equals(DeclaredWords.NONE) ? this.words : others, this.database);
	}

	/** The expression that makes them in generated code. */
	String expression() {
		return "new %s(%s, %s, %s, %s, %s)".formatted(EngineNames.TABLE_OPTIONS, GeneratedClass.quoted(this.comment),
				this.managed, this.readOnly, this.words.expression(), GeneratedClass.quoted(this.database));
	}

	/** Whether nothing is said. */
	boolean isPlain() {
		return this.comment.isEmpty() && this.managed && !this.readOnly && this.words.equals(DeclaredWords.NONE)
				&& this.database.isEmpty();
	}

}
