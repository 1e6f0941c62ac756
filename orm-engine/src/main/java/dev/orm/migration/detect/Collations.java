package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;

/**
 * Collations that a database has, and models name without declaring them: they stay, as
 * somebody else made them. Immutable.
 *
 * @param before the schema that is
 * @param models the schema that the models ask for
 */
public record Collations(Schema before, Schema models) {

	/** The schema the models ask for, with the collations they name. */
	Schema asked() {
		List<SchemaObject> named = this.before.all(Sorting.class)
			.stream()
			.filter((collation) -> !this.models.has(collation.id()) && isNamed(this.models, collation))
			.<SchemaObject>map((collation) -> collation)
			.toList();
		if (named.isEmpty()) {
			return this.models;
		}
		List<SchemaObject> all = new ArrayList<>(named);
		all.addAll(this.models.objects());
		return Schema.of(all);
	}

	private static boolean isNamed(Schema schema, Sorting collation) {
		String said = "collate \"" + collation.name().toLowerCase(Locale.ROOT) + "\"";
		return schema.objects()
			.stream()
			.anyMatch((object) -> (object instanceof Column column) ? column.collation().equals(collation.name())
					: object.line().toLowerCase(Locale.ROOT).contains(said));
	}

	/**
	 * Refuse to give a collation that is used another locale, which nothing does.
	 * @param changes what is to be done
	 * @param before the schema before
	 * @throws ModelDefinitionException if one is made anew that something is sorted by
	 */
	public static void require(List<Change> changes, Schema before) {
		for (Change change : changes) {
			if (change instanceof Change.Remove removed && removed.object() instanceof Sorting old
					&& isNamed(before, old)) {
				changes.stream()
					.filter((other) -> other instanceof Change.Add added && added.id().equals(old.id()))
					.findFirst()
					.ifPresent((other) -> refuse(old, (Sorting) ((Change.Add) other).object()));
			}
		}
	}

	private static void refuse(Sorting old, Sorting collation) {
		throw new ModelDefinitionException(
				"%s would be %s, and PostgreSQL does not change what columns or indexes are sorted by. hint: declare it under another name, and let them name that"
					.formatted(old.line(), collation.line()),
				Subject.ofModel(old.name()));
	}

}
