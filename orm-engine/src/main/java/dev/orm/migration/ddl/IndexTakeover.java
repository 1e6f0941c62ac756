package dev.orm.migration.ddl;

import java.util.List;

import dev.orm.schema.Change;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import org.jspecify.annotations.Nullable;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * A key that takes over a unique index of its columns, which goes as such: nothing is
 * built, and what depends on the index stays. Immutable.
 *
 * @param index the index
 * @param key the key
 */
record IndexTakeover(Index index, Key key) {

	/** Two changes that follow each other, or null if they are no such thing. */
	static @Nullable IndexTakeover of(Change change, @Nullable Change next) {
		if (change instanceof Change.Remove removed && removed.object() instanceof Index index
				&& next instanceof Change.Add added && added.object() instanceof Key key && isFor(index, key)) {
			return new IndexTakeover(index, key);
		}
		return null;
	}

	private static boolean isFor(Index index, Key key) {
		List<Index.Element> columns = key.columns().stream().map(Index.Element::column).toList();
		return index.unique() && index.table().equals(key.table()) && index.elements().equals(columns)
				&& index.where().isEmpty() && index.include().isEmpty();
	}

	String sql() {
		return "ALTER TABLE " + table(this.key.table()) + " ADD CONSTRAINT " + name(this.key.name())
				+ " PRIMARY KEY USING INDEX " + name(this.index.name());
	}

}
