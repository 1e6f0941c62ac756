package dev.orm.migration.manage;

import java.util.List;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.BatchedUpdate;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.files.SourcePlace;
import dev.orm.migration.files.NewMigration.Form;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * Begins a migration that changes rows only: scripts, scripts that work in batches, or a
 * class in Java. Used once.
 */
final class EmptyMigration {

	private static final String UNDO = "-- Take the change of rows back here; an empty script means that there is nothing to undo.\n";

	private static final String JAVA = """
			package %s;

			import dev.orm.migration.apply.step.DataMigration;
			import dev.orm.migration.apply.step.MigrationTables;

			/** Say here what happens to rows; the schema stays as it is. */
			public final class %s extends DataMigration {

				@Override
				protected void forward(MigrationTables db) {
					// db.table("product").where("slug IS NULL").update((row) -> row.set("slug", slug(row.text("title"))));
				}

				@Override
				protected void backward(MigrationTables db) {
					// empty: there is nothing to undo; without this method the step cannot be taken back
				}

			}
			""";

	private final Arguments arguments;

	private final Project project;

	private final Terminal terminal;

	EmptyMigration(Arguments arguments, Project project, Terminal terminal) {
		this.arguments = arguments;
		this.project = project;
		this.terminal = terminal;
	}

	ExitCode write() {
		MigrationFiles files = this.project.sources();
		String name = Entries.name(this.arguments)
			.orElseThrow(() -> new CommandException(ExitCode.USAGE,
					"an empty migration needs a name: " + this.terminal.option("name", "backfill_slugs")));
		JournalEntry entry = JournalEntry.migration(files.next(), name, List.of());
		NewMigration migration = migration(entry, files.journal().head());
		this.terminal.say(told(migration, files.place()));
		if (!this.arguments.has("dry-run")) {
			files.write(files.journal().append(entry), List.of(migration));
		}
		return ExitCode.FINE;
	}

	private NewMigration migration(JournalEntry entry, Schema schema) {
		if (this.arguments.has("java")) {
			return new NewMigration(entry, Form.JAVA, JAVA.formatted(packageName(), entry.title()), "");
		}
		return this.arguments.value("batches")
			.map((table) -> batches(entry, table, schema))
			.orElseGet(() -> NewMigration.ofSql(entry, "-- Change rows here; the schema stays as it is.\n", UNDO));
	}

	/** The alias of a database may be no name of a package. */
	private String packageName() {
		SourcePlace place = this.project.sources().place();
		return place.packageName()
			.orElseThrow(() -> new CommandException(ExitCode.USAGE,
					"%s/migration is no package of Java, so no step in Java is found there. hint: write it in SQL"
						.formatted(place.path())));
	}

	private static NewMigration batches(JournalEntry entry, String table, Schema schema) {
		Key key = schema.all(Key.class)
			.stream()
			.filter((candidate) -> candidate.table().equals(table))
			.findFirst()
			.orElseThrow(() -> noKey(table, schema));
		String update = new BatchedUpdate(table, key.columns(), "column = expression", "column IS NULL").sql();
		return new NewMigration(entry, Form.SQL_APART,
				"-- Write what is set, and in which rows; a run that was cut goes on where the condition holds.\n"
						+ update + ";\n",
				UNDO);
	}

	private static CommandException noKey(String table, Schema schema) {
		if (schema.has(ObjectId.table(table))) {
			return new CommandException(ExitCode.USAGE, "table %s has no primary key to walk along".formatted(table));
		}
		List<String> tables = schema.all(Table.class).stream().map(Table::name).sorted().toList();
		return new CommandException(ExitCode.USAGE, "there is no table %s.".formatted(table),
				UnknownName.of("", table, tables));
	}

	private static String told(NewMigration migration, SourcePlace place) {
		JournalEntry entry = migration.entry();
		return (migration.form() == Form.JAVA)
				? "  src/main/java/%s/migration/%s.java   write what changes rows, and backward what takes it back"
					.formatted(place.path(), entry.title())
				: "  %s.sql   write what changes rows, and %s/undo/%s what takes it back".formatted(entry.title(),
						place.path(), MigrationFiles.undoName(entry));
	}

}
