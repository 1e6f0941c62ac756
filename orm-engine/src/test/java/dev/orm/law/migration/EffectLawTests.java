package dev.orm.law.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.law.migration.SchemaLawTests.Pair;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.lint.Effect.Reading;
import dev.orm.migration.lint.Effects;
import dev.orm.migration.lint.Lock;
import dev.orm.migration.lint.RunningScript;
import dev.orm.migration.online.Step;
import dev.orm.schema.Change;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The locks, rewrites and scans that rules and plans speak of are those PostgreSQL's
 * catalogue shows, for all the writer can write: at once and beside those who work.
 */
class EffectLawTests {

	private static final int PAIRS = Integer.getInteger("orm.migration.pairs", 500);

	private static final int FIRST = Integer.getInteger("orm.migration.first", 0);

	private final DdlWriter writer = new DdlWriter(false);

	@Test
	void whatIsPredictedIsWhatIsMeasured() throws SQLException {
		AtomicInteger renamed = new AtomicInteger();
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Pair pair = Pair.of(seed);
			List<Change> changes = pair.difference().changes();
			Script script = this.writer.write(pair.before(), changes, pair.difference().fills());
			renamed.addAndGet(Change.tableRenames(changes).size());
			try (ScratchSchema scratch = new ScratchSchema(connection, "effects")) {
				create(scratch, pair.before());
				MeasuredRun run = new MeasuredRun(connection);
				run.together(script.forward());
				compare(run, pair.before(), changes, RunningScript.of(script.forwardText(), false),
						"seed %d\n%s".formatted(seed, script.forwardText()));
			}
		});
		assertThat(renamed).hasValueGreaterThan(PAIRS / 20);
	}

	@Test
	void soItIsForEachStepThatIsMadeBesideThoseWhoWork() throws SQLException {
		Set<Step.Form> forms = new HashSet<>();
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			RandomModels models = new RandomModels(seed);
			Schema before = models.schema();
			Map<ObjectId, ObjectId> renames = new HashMap<>();
			for (int i = 0; i < 1 + seed % 4; i++) {
				models.edit(renames, false);
			}
			List<Step> steps = OnlineLawTests.steps(before, models.schema(), RandomModels.answers(renames),
					(table) -> true);
			try (ScratchSchema scratch = new ScratchSchema(connection, "effects")) {
				create(scratch, before);
				Schema schema = before;
				for (Step step : steps) {
					measure(connection, step, schema, seed);
					schema = schema.plus(step.changes());
					synchronized (forms) {
						forms.add(step.form());
					}
				}
			}
		});
		assertThat(forms).containsExactlyInAnyOrder(Step.Form.values());
	}

	private void create(ScratchSchema scratch, Schema schema) throws SQLException {
		scratch.run(this.writer.create(schema, SchemaDiff.of(Schema.empty(), schema).changes()));
	}

	private static void measure(Connection connection, Step step, Schema before, int seed) throws SQLException {
		Script script = step.write(before);
		String place = "seed %d, %s\n%s".formatted(seed, step.changes(), script.forwardText());
		MeasuredRun run = new MeasuredRun(connection);
		boolean together = step.form() == Step.Form.TOGETHER;
		try {
			if (together) {
				run.together(script.forward());
			}
			else {
				run.apart(script.forward());
			}
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + place, ex);
		}
		compare(run, before, step.changes(), RunningScript.of(script.forwardText(), !together), place);
	}

	private static void compare(MeasuredRun run, Schema before, List<Change> changes, RunningScript script,
			String place) throws SQLException {
		Effects effects = Effects.of(before, changes, script);
		assertThat(run.locks()).as(place).isEqualTo(effects.locks());
		assertThat(run.rewritten()).as(place).isEqualTo(present(effects.rewritten(), changes));
		Set<String> read = new TreeSet<>(effects.read(Reading.LOCKED));
		read.removeIf((table) -> effects.locks().getOrDefault(table, Lock.NONE).compareTo(Lock.SHARE) < 0);
		read.addAll(effects.rewritten());
		assertThat(unpointed(run.scanned(), changes)).as(place).isEqualTo(unpointed(read, changes));
	}

	/** What is dropped lies nowhere. */
	private static Set<String> present(Set<String> tables, List<Change> changes) {
		Set<String> present = new TreeSet<>(tables);
		changes.stream()
			.filter((change) -> change instanceof Change.Remove && change.id().kind() == ObjectKind.TABLE)
			.forEach((change) -> present.remove(change.id().name()));
		return present;
	}

	/** The server decides how it looks for the rows that foreign keys point to. */
	private static Set<String> unpointed(Set<String> tables, List<Change> changes) {
		Set<String> rest = new TreeSet<>(tables);
		for (Change change : changes) {
			if (change instanceof Change.Add added && added.object() instanceof ForeignKey key) {
				rest.remove(key.target());
			}
		}
		return rest;
	}

}
