package dev.orm.law.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.orm.law.migration.SchemaLawTests.Pair;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.lint.Effect;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Lock;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The locks and rewrites rules speak of are those PostgreSQL's catalogue shows, for all
 * the writer can write.
 */
class EffectLawTests {

	private static final int PAIRS = Integer.getInteger("orm.migration.pairs", 500);

	private static final int FIRST = Integer.getInteger("orm.migration.first", 0);

	@Test
	void whatIsPredictedIsWhatIsMeasured() throws SQLException {
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Pair pair = Pair.of(seed);
			boolean tableRenamed = pair.difference()
				.changes()
				.stream()
				.anyMatch((change) -> change instanceof Change.Rename && change.id().table().isEmpty());
			if (!tableRenamed) {
				try (ScratchSchema scratch = new ScratchSchema(connection, "effects")) {
					scratch.run(new DdlWriter(false).create(pair.before(),
							SchemaDiff.of(Schema.empty(), pair.before()).changes()));
					compare(connection, pair, seed);
				}
			}
		});
	}

	private static void compare(Connection connection, Pair pair, int seed) throws SQLException {
		Script script = new DdlWriter(false).write(pair.before(), pair.difference().changes(),
				pair.difference().fills());
		String place = "seed %d\n%s".formatted(seed, script.forwardText());
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			Map<String, String> oids = texts(statement,
					"SELECT c.oid::text, CASE nspname WHEN 'effects' THEN relname ELSE nspname || '.' || relname END "
							+ "FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' "
							+ "AND nspname IN ('effects', '" + RandomModels.SCHEMA + "')");
			Map<String, String> files = files(statement);
			statement.execute(String.join(";\n", script.forward()));
			Map<String, Lock> measured = locks(statement, oids);
			Set<String> rewritten = new TreeSet<>();
			Map<String, String> after = files(statement);
			files.forEach((oid, file) -> {
				if (after.containsKey(oid) && !after.get(oid).equals(file)) {
					rewritten.add(oids.get(oid));
				}
			});
			assertThat(measured).as(place).isEqualTo(predictedLocks(pair));
			assertThat(rewritten).as(place).isEqualTo(predictedRewrites(pair));
		}
		finally {
			connection.rollback();
			connection.setAutoCommit(true);
		}
	}

	private static Map<String, String> files(Statement statement) throws SQLException {
		return texts(statement, "SELECT oid::text, relfilenode::text FROM pg_class WHERE relkind = 'r'");
	}

	private static Map<String, String> texts(Statement statement, String sql) throws SQLException {
		Map<String, String> texts = new TreeMap<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.put(rows.getString(1), rows.getString(2));
			}
		}
		return texts;
	}

	private static Map<String, Lock> locks(Statement statement, Map<String, String> oids) throws SQLException {
		Map<String, Lock> locks = new TreeMap<>();
		try (ResultSet rows = statement.executeQuery(
				"SELECT relation::text, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'")) {
			while (rows.next()) {
				String table = oids.get(rows.getString(1));
				Lock lock = Lock.ofMode(rows.getString(2));
				if (table != null && lock != Lock.NONE) {
					locks.merge(table, lock, Lock::or);
				}
			}
		}
		return locks;
	}

	private static Map<String, Lock> predictedLocks(Pair pair) {
		Map<String, Lock> locks = new TreeMap<>();
		for (Change change : pair.difference().changes()) {
			Effect.of(change, pair.before()).locks().forEach((table, lock) -> locks.merge(table, lock, Lock::or));
		}
		locks.values().removeIf((lock) -> lock == Lock.NONE);
		return locks;
	}

	private static Set<String> predictedRewrites(Pair pair) {
		Set<String> tables = new TreeSet<>();
		for (Change change : pair.difference().changes()) {
			if (Effect.of(change, pair.before()).rewrites()) {
				tables.add(LintedMigration.table(change));
			}
		}
		tables
			.removeIf((table) -> !pair.before().has(ObjectId.table(table)) || !pair.after().has(ObjectId.table(table)));
		return tables;
	}

}
