package dev.orm.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.journal.Journal;
import dev.orm.law.migration.ScratchSchema;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.online.OnlinePlan;
import dev.orm.migration.online.Step;
import dev.orm.migration.online.Step.Form;
import dev.orm.migration.online.Twins;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is renamed in use, with all that has the old name: what was declared by a name of
 * its own, defaults, types that change as well, and rows that point by generic keys.
 */
class OnlineRenameTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private static final List<String> ITEMS = List.of("table item", "column item.id bigint not null identity",
			"key item.item_pkey (id)", "column item.name varchar(50) not null", "column item.size integer");

	private Connection connection;

	private ScratchSchema scratch;

	@BeforeEach
	void open() throws SQLException {
		this.connection = database.dataSource().getConnection();
		this.scratch = new ScratchSchema(this.connection, "renames");
	}

	@AfterEach
	void close() throws SQLException {
		this.scratch.close();
		this.connection.close();
	}

	private static Schema schema(List<String> facts, String... more) {
		List<SchemaObject> objects = new ArrayList<>();
		facts.forEach((fact) -> objects.add(SchemaObject.parse(fact)));
		Arrays.stream(more).map(SchemaObject::parse).forEach(objects::add);
		return Schema.of(objects);
	}

	private static Schema renamed(Schema schema, String from, String to) {
		return Schema.of(schema.objects()
			.stream()
			.map((object) -> SchemaObject.parse(object.line().replace(from, to)))
			.toList());
	}

	/** Answers by new ids, each followed by the old one. */
	private static Questions answers(ObjectId... ids) {
		return new Questions() {

			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				int place = List.of(ids).indexOf(added);
				return (place % 2 == 0) ? Optional.of(ids[place + 1]) : Optional.empty();
			}

			@Override
			public String fill(Column column, boolean added) {
				return "'x'";
			}

		};
	}

	private List<Step> plan(Schema before, Schema after, ObjectId... ids) throws SQLException {
		this.scratch.run(new DdlWriter(false).create(before, SchemaDiff.of(Schema.empty(), before).changes()));
		Questions answers = answers(ids);
		Difference found = SchemaDiff.of(before, after, Map.of(), answers);
		Twins twins = Twins.of(found, before, (table) -> true);
		Difference difference = twins.isEmpty() ? found
				: SchemaDiff.of(before, after, Map.of(), twins.questions(answers));
		return new OnlinePlan(before, difference, (table) -> true, twins.columns()).steps();
	}

	/** Run all steps, look at the database after each, and take all back. */
	private void walk(List<Step> steps, Schema before, Look look) throws SQLException {
		Schema schema = before;
		List<List<String>> undo = new ArrayList<>();
		List<Schema> schemas = new ArrayList<>();
		for (Step step : steps) {
			var script = step.write(schema);
			undo.add(0, script.undo());
			schemas.add(0, schema);
			schema = schema.plus(step.changes());
			run(step, script.forward());
			assertThat(this.scratch.read(schema)).as(script.forwardText()).isEqualTo(schema);
			look.at(step);
		}
		for (int i = 0; i < undo.size(); i++) {
			run(steps.get(steps.size() - 1 - i), undo.get(i));
			assertThat(this.scratch.read(schemas.get(i))).as("%s", undo.get(i)).isEqualTo(schemas.get(i));
		}
	}

	private void run(Step step, List<String> statements) throws SQLException {
		if (step.form() == Form.TOGETHER) {
			this.scratch.run(statements);
		}
		else {
			for (String statement : statements) {
				this.scratch.run(List.of(statement));
			}
		}
	}

	private List<String> texts(String sql) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	@Test
	void aDefaultIsNotTakenForAValueOfTheNewVersion() throws SQLException {
		Schema before = schema(ITEMS, "column item.state varchar(20) not null default ('open')");
		Schema after = renamed(before, "item.state", "item.status");
		List<Step> steps = plan(before, after, ObjectId.column("item", "status"), ObjectId.column("item", "state"));
		walk(steps, before, (step) -> {
			if (!step.later() && !texts("SELECT 1 FROM information_schema.columns WHERE column_name = 'status' "
					+ "AND table_schema = 'renames'")
				.isEmpty()) {
				this.scratch.run(List.of("DELETE FROM item", "INSERT INTO item (name, state) VALUES ('old', 'sold')",
						"INSERT INTO item (name, status) VALUES ('new', 'lost')",
						"INSERT INTO item (name) VALUES ('x')"));
				assertThat(texts("SELECT state || ' ' || status FROM item ORDER BY id")).containsExactly("sold sold",
						"lost lost", "open open");
			}
			else {
				this.scratch.run(List.of("INSERT INTO item (name) VALUES ('any')"));
			}
		});
	}

	@Test
	void whatHasANameOfItsOwnIsExchangedForWhatNamesTheNewColumn() throws SQLException {
		List<String> facts = new ArrayList<>(ITEMS);
		facts.add("index item.by_name (name)");
		facts.add("unique item.one_name (name)");
		facts.add("check item.fits (\"name\" <> 'none')");
		facts.add("policy item.own using (\"name\" <> 'hidden')");
		facts.add("column item.loud text generated (upper((\"name\")::text)) stored");
		facts.add("raw seen create 'CREATE VIEW seen AS SELECT name FROM item' drop 'DROP VIEW seen'");
		Schema before = schema(facts);
		Schema after = Schema.of(before.objects()
			.stream()
			.map((object) -> SchemaObject.parse(object.line()
				.replace("item.name", "item.title")
				.replace("(name)", "(title)")
				.replace("\"name\"", "\"title\"")
				.replace("SELECT name", "SELECT title AS name")))
			.toList());
		List<Step> steps = plan(before, after, ObjectId.column("item", "title"), ObjectId.column("item", "name"));
		this.scratch.run(List.of("SET row_security = on", "INSERT INTO item (name) VALUES ('a')"));
		walk(steps, before, (step) -> {
			assertThat(texts("SELECT relforcerowsecurity::text FROM pg_class WHERE oid = 'item'::regclass"))
				.containsExactly("true");
			assertThat(texts("SELECT seen.name || loud FROM seen, item")).containsExactly("aA");
			assertThat(texts("SELECT relname FROM pg_class WHERE relname IN ('by_name', 'one_name') ORDER BY 1"))
				.containsExactly("by_name", "one_name");
		});
	}

	@Test
	void aTableIsRenamedWhileTheTypeOfAColumnChanges() throws SQLException {
		Schema before = schema(ITEMS, "column item.twice bigint generated (\"size\" * 2) stored");
		Schema after = renamed(renamed(before, "varchar(50)", "varchar(90)"), "item", "thing");
		after = renamed(renamed(after, "size integer", "size bigint"), "name varchar", "title varchar");
		List<Step> steps = plan(before, after, ObjectId.table("thing"), ObjectId.table("item"),
				ObjectId.column("thing", "title"), ObjectId.column("thing", "name"));
		this.scratch.run(List.of("INSERT INTO item (name, size) VALUES ('a', 1)"));
		walk(steps, before, (step) -> {
			if (!step.later()) {
				this.scratch.run(List.of("DELETE FROM item", "INSERT INTO item (name, size) VALUES ('b', 2)"));
				assertThat(texts("SELECT name || size || twice FROM item")).containsExactly("b24");
			}
		});
	}

	@Test
	void aKeyIsRenamedAtOnce() throws SQLException {
		Schema before = schema(ITEMS, "table part", "column part.id bigint not null identity",
				"key part.part_pkey (id)", "column part.item_id bigint",
				"foreign-key part.part_item_id_fkey (item_id) -> item (id) deferred");
		Schema after = before.plus(List.of(new Change.Rename(ObjectId.column("item", "id"), "number")));
		List<Step> steps = plan(before, after, ObjectId.column("item", "number"), ObjectId.column("item", "id"));
		assertThat(steps).singleElement()
			.satisfies((step) -> assertThat(step.write(before).forwardText())
				.isEqualTo("ALTER TABLE \"item\" RENAME COLUMN \"id\" TO \"number\";\n"));
		walk(steps, before, (step) -> {
		});
	}

	@Test
	void rowsThatPointToTheTableFollow() throws SQLException {
		Schema before = schema(ITEMS, "table note", "column note.id bigint not null identity",
				"key note.note_pkey (id)",
				"column note.target_type varchar(63) not null comment '" + Column.GENERIC_TYPE + "'",
				"column note.target_id bigint not null",
				"check note.note_target_type_check (\"target_type\" IN ('item', 'other'))");
		Schema after = renamed(renamed(before, "'item'", "'thing'"), "item", "thing");
		List<Step> steps = plan(before, after, ObjectId.table("thing"), ObjectId.table("item"));
		this.scratch.run(List.of("INSERT INTO note (target_type, target_id) VALUES ('item', 1), ('other', 1)"));
		assertThat(steps.stream().filter((step) -> !step.later()).count()).isGreaterThan(1);
		Step last = steps.stream().filter((step) -> !step.later()).reduce((one, next) -> next).orElseThrow();
		walk(steps, before, (step) -> {
			if (step.equals(last)) {
				this.scratch.run(List.of("INSERT INTO note (target_type, target_id) VALUES ('item', 2)"));
				assertThat(texts("SELECT DISTINCT target_type FROM note ORDER BY 1")).containsExactly("other", "thing");
			}
		});
		assertThat(texts("SELECT DISTINCT target_type FROM note ORDER BY 1")).containsExactly("item", "other");
		assertThat(texts("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%bond'")).isEmpty();
	}

	@Test
	void rowsThatPointToATableRenamedAtOnceFollowUnderACheck() throws SQLException {
		Schema before = schema(ITEMS, "table note", "column note.id bigint not null identity",
				"key note.note_pkey (id)",
				"column note.target_type varchar(63) not null comment '" + Column.GENERIC_TYPE + "'",
				"check note.note_target_type_check (\"target_type\" IN ('item', 'other'))");
		Schema after = renamed(renamed(before, "'item'", "'thing'"), "item", "thing");
		this.scratch.run(new DdlWriter(false).create(before, SchemaDiff.of(Schema.empty(), before).changes()));
		this.scratch.run(List.of("INSERT INTO note (target_type) VALUES ('item'), ('other')"));
		Difference found = SchemaDiff.of(before, after, Map.of(),
				answers(ObjectId.table("thing"), ObjectId.table("item")));
		var script = new DdlWriter(false).write(before, found.changes(), found.fills());
		this.scratch.run(script.forward());
		assertThat(texts("SELECT target_type FROM note ORDER BY 1")).containsExactly("other", "thing");
		this.scratch.run(script.undo());
		assertThat(texts("SELECT target_type FROM note ORDER BY 1")).containsExactly("item", "other");
	}

	@Test
	void aTableStaysOnlineUnderItsNewName() {
		Journal journal = Journal.parse("db/schema.journal", """
				orm-journal 1
				postgres 15
				online item

				V0001__initial
				+ table item
				+ table other
				V0002__thing
				~ table item -> thing
				""");
		assertThat(Set.of("item", "thing", "other")).filteredOn(journal.changedOnline())
			.containsExactlyInAnyOrder("item", "thing");
		Change rename = new Change.Rename(ObjectId.table("thing"), "piece");
		Schema before = schema(List.of("table thing", "column thing.id bigint not null"));
		Schema after = schema(List.of("table piece", "column piece.id bigint not null", "column piece.size integer",
				"index piece.piece_size_idx (size)"));
		Difference difference = new Difference(
				SchemaDiff.of(before, after, Map.of(), answers(ObjectId.table("piece"), ObjectId.table("thing")))
					.changes(),
				Fills.none());
		assertThat(difference.changes()).contains(rename);
		assertThat(new OnlinePlan(before, difference, journal.changedOnline(), Map.of()).steps()).anyMatch(
				(step) -> step.form() == Form.CONCURRENTLY && step.changes().get(0).id().kind() == ObjectKind.INDEX);
	}

	/** What is looked at after a step. */
	private interface Look {

		void at(Step step) throws SQLException;

	}

}
