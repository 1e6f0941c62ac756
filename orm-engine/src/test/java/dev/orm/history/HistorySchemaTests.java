package dev.orm.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.Q;
import dev.orm.history.Fair.Concert;
import dev.orm.history.Fair.Show;
import dev.orm.history.Fair.Ware;
import dev.orm.law.migration.ScratchSchema;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.online.OnlinePlan;
import dev.orm.migration.online.Step;
import dev.orm.migration.online.Twins;
import dev.orm.migration.source.ModelSources;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What migrations make of a history, and how it follows the table it is of. */
class HistorySchemaTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private static final Schema ALL = ModelTables.schema(TypeRegistry.standard(), Fair.MODELS);

	private final DdlWriter writer = new DdlWriter(false);

	private static List<Change> created(Schema schema) {
		return SchemaDiff.of(Schema.empty(), schema).changes();
	}

	/** The schema after a change of the table of wares and of its history. */
	private static Schema changed(Change... changes) {
		return ALL.plus(List.of(changes));
	}

	private static Difference difference(Schema before, Schema after) {
		return SchemaDiff.of(before, after, Map.of(), new Questions() {
			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				return candidates.stream().map(RenameCandidate::id).findFirst();
			}

			@Override
			public String fill(Column column, boolean added) {
				return "1";
			}
		});
	}

	/** Migrate there and back, with rows; what is read is what was meant. */
	private void migrate(Schema after, String between, String expected) throws SQLException {
		Difference difference = difference(ALL, after);
		Script script = this.writer.write(ALL, difference.changes(), difference.fills());
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "fair")) {
			scratch.run(this.writer.create(ALL, created(ALL)));
			scratch.run(List.of("INSERT INTO stall (name) VALUES ('toys')",
					"INSERT INTO ware (name, price, stock, stall_id) VALUES ('ball', 3, 10, 1)",
					"UPDATE ware SET price = 4"));
			scratch.run(script.forward());
			assertThat(scratch.read(after)).as(script.forwardText()).isEqualTo(after);
			scratch.run(List.of(between));
			assertThat(scratch.row(expected.split(" ")[0]).toString())
				.contains(expected.substring(expected.indexOf(' ') + 1));
			scratch.run(script.undo());
			assertThat(scratch.read(ALL)).as(script.undoText()).isEqualTo(ALL);
			scratch.run(List.of("UPDATE ware SET stock = stock + 1"));
		}
	}

	@Test
	void aHistoryIsATableAndTriggers() {
		assertThat(ALL.lines().filter((line) -> line.contains("ware_history") || line.contains("ware.history")))
			.containsExactlyInAnyOrder("table ware_history", "column ware_history.id bigint not null",
					"column ware_history.name varchar(50)", "column ware_history.price numeric(10, 2)",
					"column ware_history.stock integer", "column ware_history.stall_id bigint",
					"column ware_history.history_id bigint not null identity",
					"column ware_history.history_until timestamp with time zone not null default (now())",
					"column ware_history.history_operation text not null",
					"column ware_history.history_user text default (NULLIF(current_setting('orm.user'::text, true), ''::text))",
					"column ware_history.history_transaction bigint default (((pg_current_xact_id())::text)::bigint)",
					"key ware_history.ware_history_pkey (id, history_id)",
					"index ware_history.ware_history_history_until_idx using brin (history_until)",
					"history ware.history in ware_history key (id) keeps (name, price, stock, stall_id)");
		ALL.objects().forEach((object) -> assertThat(SchemaObject.parse(object.line())).isEqualTo(object));
	}

	@Test
	void theHistoryOfATenantsRowsIsItsOwn() {
		assertThat(ALL.lines())
			.contains("history member.history in member_history key (id, club_id) keeps (name)",
					"key member_history.member_history_pkey (id, club_id, history_id)")
			.anyMatch((line) -> line.startsWith("policy member_history.tenant using ("));
	}

	@Test
	void whatIsMadeIsWhatIsRead() throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "fair")) {
			scratch.run(this.writer.create(ALL, created(ALL)));
			assertThat(scratch.read(ALL)).isEqualTo(ALL);
		}
	}

	@Test
	void triggersThatAreGoneOrAlteredAreSeen() throws SQLException {
		ObjectId history = new History("ware", "ware_history", List.of("id"), List.of()).id();
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "fair")) {
			scratch.run(this.writer.create(ALL, created(ALL)));
			try (Statement statement = connection.createStatement()) {
				statement.execute("ALTER TABLE ware DISABLE TRIGGER history_update");
				assertThat(scratch.read(ALL).find(history)).isEmpty();
				statement.execute("ALTER TABLE ware ENABLE TRIGGER history_update");
				assertThat(scratch.read(ALL).find(history)).isEqualTo(ALL.find(history));
				statement.execute("CREATE OR REPLACE FUNCTION ware_history() RETURNS trigger LANGUAGE plpgsql AS "
						+ "'BEGIN RETURN NULL; END'");
				assertThat(SchemaDiff.of(scratch.read(ALL), ALL).changes()).hasSize(2)
					.allMatch((change) -> change.id().equals(history));
			}
		}
	}

	@Test
	void aColumnThatIsAddedIsKeptFromThenOn() throws SQLException {
		Column colour = Column.of("ware", "colour", "text", true);
		History old = ALL.all(History.class)
			.stream()
			.filter((one) -> one.table().equals("ware"))
			.findFirst()
			.orElseThrow();
		List<String> kept = new ArrayList<>(old.kept());
		kept.add("colour");
		migrate(changed(new Change.Remove(old), new Change.Add(colour),
				new Change.Add(Column.of("ware_history", "colour", "text", false)),
				new Change.Add(new History("ware", "ware_history", old.key(), kept))),
				"DELETE FROM ware_history; UPDATE ware SET colour = 'red'", "ware_history colour=1");
	}

	@Test
	void aColumnThatIsRenamedIsRenamedInBoth() throws SQLException {
		Schema after = changed(new Change.Rename(ObjectId.column("ware", "price"), "cost"),
				new Change.Rename(ObjectId.column("ware_history", "price"), "cost"));
		assertThat(difference(ALL, after).changes()).hasSize(2).allMatch((change) -> change instanceof Change.Rename);
		migrate(after, "DELETE FROM ware_history; UPDATE ware SET cost = 5", "ware_history cost=4.00");
	}

	@Test
	void aTableThatIsRenamedTakesItsHistoryAlong() throws SQLException {
		Schema after = changed(new Change.Rename(ObjectId.table("ware"), "item"),
				new Change.Rename(ObjectId.table("ware_history"), "item_history"),
				new Change.Rename(new ObjectId(dev.orm.schema.ObjectKind.KEY, "item_history", "ware_history_pkey"),
						"item_history_pkey"));
		assertThat(difference(ALL, after).changes()).allMatch((change) -> change instanceof Change.Rename);
		migrate(after, "DELETE FROM item_history; UPDATE item SET price = 5", "item_history price=4.00");
	}

	@Test
	void aColumnIsFilledWhileItsTypeChangesInBoth() throws SQLException {
		migrate(changed(
				new Change.Replace(ALL.column("ware", "price").orElseThrow(),
						ALL.column("ware", "price").orElseThrow().withType("text").withNotNull(false)),
				new Change.Replace(ALL.column("ware_history", "price").orElseThrow(),
						ALL.column("ware_history", "price").orElseThrow().withType("text"))),
				"DELETE FROM ware_history; UPDATE ware SET price = '5'", "ware_history price=4.00");
	}

	@Test
	void aColumnsTypeIsChangedInBoth() throws SQLException {
		migrate(changed(
				new Change.Replace(ALL.column("ware", "price").orElseThrow(),
						ALL.column("ware", "price").orElseThrow().withType("numeric(14, 4)")),
				new Change.Replace(ALL.column("ware_history", "price").orElseThrow(),
						ALL.column("ware_history", "price").orElseThrow().withType("numeric(14, 4)"))),
				"DELETE FROM ware_history; UPDATE ware SET price = 5.1234", "ware_history price=4.0000");
	}

	@Test
	void aHistoryComesAndGoesWithItsTable() {
		Schema none = Schema.of(ALL.objects().stream().filter((object) -> !ofHistory(object)).toList());
		Script script = this.writer.write(none, difference(none, ALL).changes(), difference(none, ALL).fills());
		assertThat(script.forwardText()).contains("CREATE TABLE \"ware_history\"", "CREATE FUNCTION \"ware_history\"()",
				"CREATE TRIGGER \"history_update\" AFTER UPDATE ON \"ware\" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT");
		assertThat(script.undoText()).startsWith("-- loses ")
			.contains("DROP TRIGGER \"history_update\" ON \"ware\"", "DROP FUNCTION \"ware_history\"()",
					"DROP TABLE \"ware_history\"");
	}

	private static boolean ofHistory(SchemaObject object) {
		String table = object.id().table().isEmpty() ? object.id().name() : object.id().table();
		return object instanceof History || table.endsWith("_history");
	}

	@Test
	void aColumnIsRenamedAtOnceWhileOthersUseTheTable() {
		Schema after = changed(new Change.Rename(ObjectId.column("ware", "price"), "cost"),
				new Change.Rename(ObjectId.column("ware_history", "price"), "cost"));
		Difference difference = difference(ALL, after);
		assertThat(Twins.of(difference, ALL, (table) -> true).isEmpty()).isTrue();
		assertThat(new OnlinePlan(ALL, difference, (table) -> true, Map.of()).steps()).singleElement()
			.satisfies((step) -> assertThat(step.write(ALL).forwardText()).contains(
					"ALTER TABLE \"ware_history\" RENAME COLUMN \"price\" TO \"cost\"",
					"CREATE FUNCTION \"ware_history\"()"));
	}

	@Test
	void aColumnThatWaitsToGoIsKeptAsLong() {
		History old = ALL.all(History.class)
			.stream()
			.filter((one) -> one.table().equals("ware"))
			.findFirst()
			.orElseThrow();
		Schema after = changed(new Change.Remove(old), new Change.Remove(ALL.column("ware", "stock").orElseThrow()),
				new Change.Remove(ALL.column("ware_history", "stock").orElseThrow()),
				new Change.Add(new History("ware", "ware_history", old.key(), List.of("name", "price", "stall_id"))));
		List<Step> steps = new OnlinePlan(ALL, difference(ALL, after), (table) -> table.equals("ware"), Map.of())
			.steps();
		Step last = steps.get(steps.size() - 1);
		assertThat(last.later()).isTrue();
		assertThat(last.changes()).contains(new Change.Remove(old),
				new Change.Remove(ALL.column("ware_history", "stock").orElseThrow()));
		assertThat(steps.subList(0, steps.size() - 1))
			.allSatisfy((step) -> assertThat(step.changes()).noneMatch((change) -> change.id().equals(old.id())));
	}

	@Test
	void inspectedModelsSayIt() throws SQLException {
		try (Connection connection = database.dataSource().getConnection();
				ScratchSchema scratch = new ScratchSchema(connection, "fair")) {
			scratch.run(this.writer.create(ALL, created(ALL)));
			var sources = ModelSources.of(scratch.read(ALL), Set.of(), "fair", Set.of());
			assertThat(sources).extracting((source) -> source.className())
				.contains("Ware")
				.noneMatch((name) -> name.contains("History"));
			assertThat(sources).filteredOn((source) -> source.className().equals("Ware"))
				.singleElement()
				.satisfies((source) -> assertThat(source.text()).contains("import dev.orm.declare.Meta;",
						"meta.history().without(\"remark\");"));
		}
	}

	@Test
	void whatCannotBeKeptIsRefused() {
		refused((meta) -> {
			meta.history();
			meta.policy("own", Q.of("title", "a"));
		}, Show.class, "has policies", "(history-policy)");
		refused((meta) -> meta.history().without("id"), Show.class, "tells its rows", "(history-without)");
		refused((meta) -> meta.history().without("stock"), Ware.class, "is a primitive", "(history-without)");
		refused((meta) -> meta.history().without("colour"), Show.class, "'colour'", "title");
		refused((meta) -> meta.history().with("title"), Show.class, "is no many-to-many relation", "(history-with)");
		ModelRegistry models = ModelRegistry.bound(
				List.of(new DescribedBinding(EntityBinding.of(Show.class).describe()), EntityBinding.of(Concert.class)),
				TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> models.model(Concert.class).declarations())
			.withMessageContaining("half its columns")
			.withMessageContaining("(history-parent)");
	}

	private static void refused(Consumer<Meta<Model>> meta, Class<? extends Model> model, String... messages) {
		List<EntityBinding<?>> bindings = new ArrayList<>();
		for (Class<? extends Model> other : Fair.MODELS) {
			EntityBinding<?> binding = EntityBinding.of(other);
			bindings.add((other == model) ? new DescribedBinding(binding.describe(), meta) : binding);
		}
		ModelRegistry models = ModelRegistry.bound(bindings, TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> models.model(model).declarations())
			.satisfies((ex) -> assertThat(ex).hasMessageContainingAll(messages));
	}

}
