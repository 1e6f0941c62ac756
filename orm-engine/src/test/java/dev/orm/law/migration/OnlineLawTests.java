package dev.orm.law.migration;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.online.OnlinePlan;
import dev.orm.migration.online.Step;
import dev.orm.migration.online.Twins;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.History;
import dev.orm.schema.FactException;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for all models and edits of them that are changed online, or on two
 * branches.
 */
class OnlineLawTests {

	private static final int PAIRS = Integer.getInteger("orm.migration.pairs", 500);

	private static final int FIRST = Integer.getInteger("orm.migration.first", 0);

	private final DdlWriter writer = new DdlWriter(false);

	/**
	 * The version before works until the first step that waits, the one after from there,
	 * where all tables are changed online.
	 */
	@Test
	void afterEachStepTheJournalIsRightAndAVersionWorksThereAndBack() throws SQLException {
		AtomicInteger swapped = new AtomicInteger();
		AtomicInteger used = new AtomicInteger();
		SeededRuns.each(FIRST, PAIRS, (connection, seed) -> {
			Map<ObjectId, ObjectId> renames = new HashMap<>();
			RandomModels models = new RandomModels(seed);
			Schema before = models.schema();
			for (int i = 0; i < 1 + seed % 4; i++) {
				models.edit(renames, false);
			}
			try (ScratchSchema scratch = new ScratchSchema(connection, "online")) {
				scratch.run(this.writer.create(before, SchemaDiff.of(Schema.empty(), before).changes()));
				Predicate<String> online = online(seed);
				List<Step> steps = steps(before, models.schema(), RandomModels.answers(renames), online);
				swapped.addAndGet((int) steps.stream().filter(OnlineLawTests::swaps).count());
				Versions versions = isAllOnline(seed) ? new Versions(scratch, before, models.schema(), seed) : null;
				walk(scratch, steps, before, models.schema(), seed, versions);
				used.addAndGet((versions != null) ? versions.uses : 0);
			}
		});
		assertThat(swapped).hasPositiveValue();
		assertThat(used).hasValueGreaterThan(PAIRS);
	}

	@Test
	void eachStepFitsTheSchemaBeforeItAndAllLeadToTheModels() {
		for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
			Map<ObjectId, ObjectId> renames = new HashMap<>();
			RandomModels models = new RandomModels(seed);
			Schema schema = models.schema();
			for (int i = 0; i < 1 + seed % 4; i++) {
				models.edit(renames, false);
			}
			for (Step step : steps(schema, models.schema(), RandomModels.answers(renames), online(seed))) {
				schema = after(step, schema, seed);
			}
			assertThat(schema).as("seed %d", seed).isEqualTo(models.schema());
		}
	}

	private static Schema after(Step step, Schema schema, int seed) {
		try {
			step.write(schema);
			return schema.plus(step.changes());
		}
		catch (FactException ex) {
			throw new AssertionError("seed %d, %s".formatted(seed, step.changes()), ex);
		}
	}

	/** Whether a second column takes the place of the first. */
	private static boolean swaps(Step step) {
		return step.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Rename && change.id().name().endsWith("_new"));
	}

	/** Now and then some tables are changed as if nobody used them. */
	private static Predicate<String> online(int seed) {
		return (table) -> isAllOnline(seed) || table.hashCode() % 2 == 0;
	}

	private static boolean isAllOnline(int seed) {
		return seed % 5 != 4;
	}

	static List<Step> steps(Schema before, Schema after, Questions answers, Predicate<String> online) {
		Difference difference = SchemaDiff.of(before, after, Map.of(), answers);
		Twins twins = Twins.of(difference, before, online);
		Difference plain = twins.isEmpty() ? difference
				: SchemaDiff.of(before, after, Map.of(), twins.questions(answers));
		return new OnlinePlan(before, plain, online, twins.columns()).steps();
	}

	private static void walk(ScratchSchema scratch, List<Step> steps, Schema before, Schema after, int seed,
			@Nullable Versions versions) throws SQLException {
		Schema schema = before;
		List<Script> scripts = new ArrayList<>();
		List<Schema> schemas = new ArrayList<>();
		for (Step step : steps) {
			Script script = step.write(schema);
			String place = "seed %d, %s\n%s".formatted(seed, step.changes(), script.forwardText());
			schemas.add(schema);
			scripts.add(script);
			schema = schema.plus(step.changes());
			if (versions != null) {
				versions.before(step);
			}
			run(scratch, step, script.forward(), place);
			assertThat(scratch.read(schema)).as(place).isEqualTo(schema);
			look(scratch, before, after, place);
			if (versions != null) {
				versions.after(step, schema);
			}
		}
		assertThat(schema).as("seed %d", seed).isEqualTo(after);
		if (versions != null) {
			versions.end();
		}
		for (int i = scripts.size() - 1; i >= 0; i--) {
			String place = "seed %d, back\n%s".formatted(seed, scripts.get(i).undoText());
			run(scratch, steps.get(i), scripts.get(i).undo(), place);
			assertThat(scratch.read(schemas.get(i))).as(place).isEqualTo(schemas.get(i));
			look(scratch, before, after, place);
		}
	}

	/** A view that is there before and after is there in between. */
	private static void look(ScratchSchema scratch, Schema before, Schema after, String place) throws SQLException {
		List<String> queries = before.all(Raw.class)
			.stream()
			.filter((view) -> after.has(view.id()))
			.map((view) -> "SELECT * FROM " + view.name())
			.toList();
		try {
			scratch.run(queries);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + place, ex);
		}
	}

	private static void run(ScratchSchema scratch, Step step, List<String> statements, String place)
			throws SQLException {
		try {
			if (step.form() == Step.Form.TOGETHER) {
				scratch.run(statements);
			}
			else {
				for (String statement : statements) {
					scratch.run(List.of(statement));
				}
			}
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + place, ex);
		}
	}

	@Test
	void twoBranchesConflictOrTheirOrderDoesNotMatter() {
		int conflicts = 0;
		for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
			Schema before = new RandomModels(seed).schema();
			Difference one = branch(seed, 1 + seed % 3);
			Difference other = branch(seed, 4 + seed % 2);
			Optional<Schema> oneFirst = replayed(before, one, other);
			Optional<Schema> otherFirst = replayed(before, other, one);
			if (oneFirst.isPresent() && otherFirst.isPresent()) {
				assertThat(oneFirst.get()).as("seed %d\n%s\n%s", seed, one.changes(), other.changes())
					.isEqualTo(otherFirst.get());
			}
			else {
				conflicts++;
			}
		}
		assertThat(conflicts).isPositive();
	}

	/**
	 * An edit that differs from the other branch's, as it is preceded by more or fewer.
	 */
	private static Difference branch(int seed, int skipped) {
		Map<ObjectId, ObjectId> renames = new HashMap<>();
		RandomModels models = new RandomModels(seed);
		for (int i = 0; i < skipped; i++) {
			models.edit(renames, false);
		}
		return SchemaDiff.of(new RandomModels(seed).schema(), models.schema(), Map.of(), RandomModels.answers(renames));
	}

	private static Optional<Schema> replayed(Schema before, Difference first, Difference second) {
		try {
			return Optional.of(before.plus(first.changes()).plus(second.changes()));
		}
		catch (FactException ex) {
			return Optional.empty();
		}
	}

	/** The versions of the application before and after, as they use their tables. */
	private static final class Versions {

		private final ScratchSchema scratch;

		private final Schema before;

		private final Schema after;

		private final int seed;

		private boolean expanded;

		private boolean ended;

		private int uses;

		private Versions(ScratchSchema scratch, Schema before, Schema after, int seed) {
			this.scratch = scratch;
			this.before = before;
			this.after = after;
			this.seed = seed;
		}

		/** Before the first step that waits, the new version takes over. */
		private void before(Step step) throws SQLException {
			if (step.later() && !this.expanded && !this.ended) {
				this.expanded = true;
				use(this.after, "seed %d, the new version before %s".formatted(this.seed, step.changes()));
			}
		}

		private void after(Step step, Schema schema) throws SQLException {
			this.ended |= !this.expanded && (changesFlags(step) || renamesKept(step, schema));
			if (!this.ended) {
				use(this.expanded ? this.after : this.before, "seed %d, after %s".formatted(this.seed, step.changes()));
			}
		}

		private void end() throws SQLException {
			if (!this.ended) {
				use(this.after, "seed %d, the new version in the end".formatted(this.seed));
			}
		}

		/** No cast brings what the old version writes of a flag into a number. */
		private static boolean changesFlags(Step step) {
			return step.changes().stream().anyMatch((change) -> change.describe().contains(" boolean"));
		}

		/** A column whose past is kept is renamed at once. */
		private static boolean renamesKept(Step step, Schema schema) {
			Set<String> kept = schema.all(History.class).stream().map(History::table).collect(Collectors.toSet());
			return step.changes()
				.stream()
				.anyMatch((change) -> change instanceof Change.Rename && change.id().kind() == ObjectKind.COLUMN
						&& kept.contains(change.id().table()));
		}

		/** What an application does with its tables; nothing of it stays. */
		private void use(Schema shape, String place) throws SQLException {
			this.uses++;
			List<String> work = new ArrayList<>(List.of("BEGIN"));
			Set<String> histories = shape.all(History.class).stream().map(History::rows).collect(Collectors.toSet());
			for (Table table : shape.all(Table.class)) {
				if (histories.contains(table.name())) {
					continue;
				}
				List<Column> columns = shape.columns(table.name())
					.stream()
					.filter((column) -> column.generated() == null)
					.toList();
				String names = names(columns);
				String values = columns.stream()
					.map((column) -> RandomModels.answers(Map.of()).fill(column, true))
					.collect(Collectors.joining(", "));
				String path = ScratchSchema.quoted(table.name());
				work.add("INSERT INTO %s (%s) VALUES (%s)".formatted(path, names, values));
				work.add("SELECT %s FROM %s FOR UPDATE".formatted(names(shape.columns(table.name())), path));
				work.add("UPDATE %s SET (%s) = ROW (%s)".formatted(path, names, values));
				work.add("DELETE FROM " + path);
				work.add("INSERT INTO %s (%s) VALUES (%s)".formatted(path, names, values));
			}
			try {
				this.scratch.run(work);
			}
			catch (SQLException ex) {
				throw new SQLException(ex.getMessage() + "\n" + place, ex);
			}
			finally {
				this.scratch.run(List.of("ROLLBACK"));
			}
		}

		private static String names(List<Column> columns) {
			return columns.stream().map((column) -> '"' + column.name() + '"').collect(Collectors.joining(", "));
		}

	}

}
