package dev.orm.law.migration;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for all models and all changes of them, on pairs made up from seeds.
 * {@code -Dorm.migration.pairs=5000} tries more, {@code -Dorm.migration.first=75} begins
 * with another one.
 */
class SchemaLawTests {

	private static final int PAIRS = Integer.getInteger("orm.migration.pairs", 500);

	private static final int FIRST = Integer.getInteger("orm.migration.first", 0);

	private final DdlWriter writer = new DdlWriter(false);

	@Test
	void factsAndJournalsAreTheInverseOfTheirText() {
		for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
			Pair pair = Pair.of(seed);
			for (SchemaObject object : pair.before().objects()) {
				assertThat(SchemaObject.parse(object.line())).as("seed %d: %s", seed, object.line()).isEqualTo(object);
			}
			Journal journal = Journal.empty()
				.append(JournalEntry.migration(new Version("0001"), "initial", created(pair.before())))
				.append(JournalEntry.migration(new Version("0002"), "edited", pair.difference().changes()));
			assertThat(Journal.parse("db/schema.journal", journal.print())).as("seed %d", seed).isEqualTo(journal);
			assertThat(journal.head()).as("seed %d", seed).isEqualTo(pair.after());
			assertThat(journal.at(new Version("1"))).as("seed %d", seed).isEqualTo(pair.before());
		}
	}

	@Test
	void allThatModelsCanDeclareIsTried() {
		String facts = IntStream.range(0, 60)
			.mapToObj((seed) -> new RandomModels(seed).schema())
			.flatMap((schema) -> schema.objects().stream().map(SchemaObject::line))
			.collect(Collectors.joining("\n"));
		assertThat(facts).contains("_partial (", "_hash using hash", "nulls not distinct include", "_late (",
				"deferred", "index t0.t0_a", "_fits (", "(LOWER(", "_apart using btree", "_own using (",
				"with (fillfactor=80)", ".history in t", "_history key (id) keeps (", "collation law_numbers icu");
	}

	@Test
	void nothingLeadsFromASchemaToItself() {
		for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
			Schema schema = new RandomModels(seed).schema();
			assertThat(SchemaDiff.of(schema, new RandomModels(seed).schema()).changes()).as("seed %d", seed).isEmpty();
		}
	}

	@Test
	void whatIsWrittenIsWhatIsReadForwardAndBack() throws SQLException {
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Pair pair = Pair.of(seed);
			Script script = this.writer.write(pair.before(), pair.difference().changes(), pair.difference().fills());
			String place = "seed %d\n%s\n--\n%s".formatted(seed, script.forwardText(), script.undoText());
			try (ScratchSchema scratch = new ScratchSchema(connection, "law")) {
				run(scratch, this.writer.create(pair.before(), created(pair.before())), place);
				assertThat(scratch.read(pair.before())).as(place).isEqualTo(pair.before());
				run(scratch, script.forward(), place);
				assertThat(scratch.read(pair.after())).as(place).isEqualTo(pair.after());
				run(scratch, script.undo(), place);
				assertThat(scratch.read(pair.before())).as(place).isEqualTo(pair.before());
			}
		});
	}

	@Test
	void aBaselineMakesWhatTheMigrationsMake() throws SQLException {
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Pair pair = Pair.of(seed);
			Script script = this.writer.write(pair.before(), pair.difference().changes(), pair.difference().fills());
			Schema one;
			try (ScratchSchema scratch = new ScratchSchema(connection, "steps")) {
				scratch.run(this.writer.create(pair.before(), created(pair.before())));
				scratch.run(script.forward());
				one = scratch.read(pair.after());
			}
			try (ScratchSchema scratch = new ScratchSchema(connection, "steps")) {
				scratch.run(this.writer.create(pair.after(), created(pair.after())));
				assertThat(scratch.read(pair.after())).as("seed %d", seed).isEqualTo(one);
			}
		});
	}

	@Test
	void rowsKeepTheirValuesForwardAndBack() throws SQLException {
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Pair pair = Pair.ofRows(seed);
			Script script = this.writer.write(pair.before(), pair.difference().changes(), pair.difference().fills());
			String place = "seed %d\n%s\n--\n%s".formatted(seed, script.forwardText(), script.undoText());
			if (isAnotherTable(script)) {
				return;
			}
			try (ScratchSchema scratch = new ScratchSchema(connection, "rows")) {
				run(scratch, this.writer.create(pair.before(), created(pair.before())), place);
				run(scratch, inserts(pair.before()), place);
				Map<String, Map<String, String>> rows = rows(scratch, pair.before());
				run(scratch, script.forward(), place);
				assertKept(pair, rows, rows(scratch, pair.after()), place);
				run(scratch, script.undo(), place);
				assertThat(unlost(rows(scratch, pair.before()), script)).as(place).isEqualTo(unlost(rows, script));
			}
		});
	}

	private static void run(ScratchSchema scratch, List<String> statements, String place) throws SQLException {
		try {
			scratch.run(statements);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + place, ex);
		}
	}

	private static List<Change> created(Schema schema) {
		return SchemaDiff.of(Schema.empty(), schema).changes();
	}

	private static List<String> inserts(Schema schema) {
		List<String> inserts = new ArrayList<>(List.of("SET session_replication_role = replica"));
		for (Table table : schema.all(Table.class)) {
			List<String> names = new ArrayList<>();
			List<String> values = new ArrayList<>();
			for (Column column : schema.columns(table.name())) {
				if (column.generated() != null) {
					continue;
				}
				names.add('"' + column.name() + '"');
				values.add(RandomModels.answers(Map.of()).fill(column, true));
			}
			inserts.add("INSERT INTO %s (%s) VALUES (%s)".formatted(ScratchSchema.quoted(table.name()),
					String.join(", ", names), String.join(", ", values)));
		}
		inserts.add("RESET session_replication_role");
		return inserts;
	}

	private static Map<String, Map<String, String>> rows(ScratchSchema scratch, Schema schema) throws SQLException {
		Map<String, Map<String, String>> rows = new HashMap<>();
		for (Table table : schema.all(Table.class)) {
			rows.put(table.name(), scratch.row(table.name()));
		}
		return rows;
	}

	private static void assertKept(Pair pair, Map<String, Map<String, String>> before,
			Map<String, Map<String, String>> after, String place) {
		before.forEach((table, row) -> row.forEach((column, value) -> {
			ObjectId now = pair.after(ObjectId.column(table, column));
			Column kept = pair.after().column(now.table(), now.name()).orElse(null);
			Column old = pair.before().column(table, column).orElseThrow();
			if (kept != null && kept.type().equals(old.type())) {
				assertThat(after.get(now.table()).get(now.name())).as("%s.%s: %s", table, column, place)
					.isEqualTo(value);
			}
			else if (kept != null) {
				assertThat(after.get(now.table()).get(now.name())).as("%s.%s: %s", table, column, place).isNotNull();
			}
		}));
	}

	/** A table that is too unlike the one it was is another one: no row points to it. */
	private static boolean isAnotherTable(Script script) {
		return script.forward().stream().anyMatch((sql) -> sql.startsWith("DROP TABLE"))
				&& script.forward().stream().anyMatch((sql) -> sql.startsWith("CREATE TABLE"));
	}

	/** Without the tables and columns the undo says it loses, in either direction. */
	private static Map<String, Map<String, String>> unlost(Map<String, Map<String, String>> rows, Script script) {
		Map<String, Map<String, String>> kept = new HashMap<>();
		rows.forEach((table, row) -> {
			if (script.forward().contains("DROP TABLE " + ScratchSchema.quoted(table))) {
				return;
			}
			Map<String, String> columns = new HashMap<>(row);
			columns.keySet()
				.removeIf((column) -> script.forward()
					.contains("ALTER TABLE %s DROP COLUMN \"%s\"".formatted(ScratchSchema.quoted(table), column))
						|| script.forward().stream().anyMatch((sql) -> sql.endsWith("DROP COLUMN \"" + column + "\"")));
			kept.put(table, columns);
		});
		return kept;
	}

	/**
	 * Models and an edit of them.
	 *
	 * @param before the schema before
	 * @param after the schema after
	 * @param difference what leads there
	 */
	record Pair(Schema before, Schema after, Difference difference) {

		static Pair of(long seed) {
			return edited(seed, false);
		}

		static Pair ofRows(long seed) {
			return edited(seed, true);
		}

		private static Pair edited(long seed, boolean keepsRows) {
			RandomModels models = new RandomModels(seed);
			Schema before = models.schema();
			Map<ObjectId, ObjectId> renames = new HashMap<>();
			for (int i = 0; i < 1 + seed % 5; i++) {
				models.edit(renames, keepsRows);
			}
			Schema after = models.schema();
			return new Pair(before, after, SchemaDiff.of(before, after, Map.of(), RandomModels.answers(renames)));
		}

		ObjectId after(ObjectId id) {
			ObjectId now = id;
			for (Change change : this.difference.changes()) {
				now = (change instanceof Change.Rename rename) ? rename.applyTo(now) : now;
			}
			return now;
		}

	}

}
