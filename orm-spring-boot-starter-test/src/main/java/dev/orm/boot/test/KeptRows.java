package dev.orm.boot.test;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs migrations on tables with a row each, forward, back and forward again, and
 * compares the rows. Used once.
 */
final class KeptRows {

	private final Migrations migrations;

	private final Map<String, String> given;

	private final JdbcClient jdbc;

	private final Journal journal;

	private final Set<String> filled = new HashSet<>();

	private final List<String> problems = new ArrayList<>();

	KeptRows(Migrations migrations, Map<String, String> given) {
		this.migrations = migrations;
		this.given = Map.copyOf(given);
		this.jdbc = JdbcClient.create(migrations.dataSource());
		this.journal = migrations.migrator().journal();
	}

	List<String> problems() {
		try {
			Version before = Version.ZERO;
			for (JournalEntry entry : this.journal.migrations()) {
				step(entry, before);
				before = entry.number();
				fill(this.journal.at(before));
			}
		}
		catch (MigrationException ex) {
			this.problems.add(String.valueOf(ex.getMessage()));
		}
		return this.problems;
	}

	private void step(JournalEntry entry, Version before) {
		Schema old = this.journal.at(before);
		Schema now = this.journal.at(entry.number());
		Map<ObjectId, String> rows = read(old);
		this.migrations.to(entry.number().text());
		compare(rows, read(now), new Way(old, now, entry.changes()), entry + ": ");
		Map<ObjectId, String> after = read(now);
		try {
			this.migrations.to(before.isSame(Version.ZERO) ? "zero" : before.text());
		}
		catch (MigrationException ex) {
			// whether it can be taken back is another question
			return;
		}
		compare(after, read(old), new Way(now, old, Change.inverse(entry.changes())), "taking back " + entry + ": ");
		this.migrations.to(entry.number().text());
	}

	private void fill(Schema schema) {
		for (Table table : schema.all(Table.class)) {
			if (table.partition().isEmpty() && this.filled.add(table.name())) {
				new SampleRow(schema, table.name()).insert(this.jdbc, this.given.get(table.name()))
					.ifPresent(this.problems::add);
			}
		}
	}

	/** The texts of all values, by column; NULL left out. */
	private Map<ObjectId, String> read(Schema schema) {
		Map<ObjectId, String> values = new HashMap<>();
		for (Table table : schema.all(Table.class)) {
			List<Column> columns = schema.columns(table.name());
			String texts = columns.stream()
				.map((column) -> SampleRow.quoted(column.name()) + "::text")
				.collect(Collectors.joining(", "));
			this.jdbc.sql("SELECT %s FROM %s LIMIT 1".formatted(texts, SampleRow.path(table.name())))
				.query((ResultSet row) -> {
					for (int i = 0; i < columns.size(); i++) {
						String value = row.getString(i + 1);
						if (value != null) {
							values.put(columns.get(i).id(), value);
						}
					}
				});
		}
		return values;
	}

	private void compare(Map<ObjectId, String> before, Map<ObjectId, String> after, Way way, String when) {
		before.forEach((id, value) -> {
			ObjectId then = way.then(id);
			if (!way.keeps(id, then)) {
				return;
			}
			String found = after.get(then);
			boolean sameType = way.sameType(id, then);
			if ((found == null) || (sameType && !found.equals(value))) {
				this.problems.add("%s%s was %s and is %s".formatted(when, then.path(), value, found));
			}
		});
	}

	/**
	 * The way from a schema to another.
	 *
	 * @param before the schema before
	 * @param after the schema after
	 * @param changes what leads there
	 */
	private record Way(Schema before, Schema after, List<Change> changes) {

		/** The name a column has in the end. */
		ObjectId then(ObjectId id) {
			ObjectId then = id;
			for (Change change : this.changes) {
				then = (change instanceof Change.Rename rename) ? rename.applyTo(then) : then;
			}
			return then;
		}

		/** Whether a column stays; one that is dropped may come back by the same name. */
		boolean keeps(ObjectId id, ObjectId then) {
			boolean dropped = this.changes.stream()
				.anyMatch((change) -> change instanceof Change.Remove
						&& (change.id().equals(id) || change.id().equals(then)));
			return !dropped && this.after.has(then) && isPlain(this.before, id) && isPlain(this.after, then);
		}

		private static boolean isPlain(Schema schema, ObjectId id) {
			return schema.find(id)
				.filter((object) -> object instanceof Column column && column.generated() == null)
				.isPresent();
		}

		boolean sameType(ObjectId id, ObjectId then) {
			return ((Column) this.before.find(id).orElseThrow()).type()
				.equals(((Column) this.after.find(then).orElseThrow()).type());
		}

	}

}
