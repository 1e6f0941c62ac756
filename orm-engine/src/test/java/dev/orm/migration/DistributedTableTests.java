package dev.orm.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.check.ModelChecks;
import dev.orm.check.Problem;
import dev.orm.declare.Meta;
import dev.orm.error.ModelDefinitionException;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.schema.Distribution;
import dev.orm.schema.SchemaObject;
import dev.orm.tenancy.Fleet;
import dev.orm.tenancy.Fleet.Brand;
import dev.orm.tenancy.Fleet.Depot;
import dev.orm.tenancy.Fleet.Garage;
import dev.orm.tenancy.Fleet.Note;
import dev.orm.tenancy.Fleet.Ticket;
import dev.orm.tenancy.Fleet.Trip;
import dev.orm.tenancy.Fleet.Truck;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tables whose rows lie on several servers, and what they can keep there. */
class DistributedTableTests {

	@TempDir
	Path folder;

	private ModelRegistry models = ModelRegistry.link(Fleet.MODELS, TypeRegistry.standard());

	private MigrationFiles files() {
		return new MigrationFiles(this.folder);
	}

	private String make() {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(Project.ofFiles(files(), () -> this.models), terminal)
			.run(List.of("makemigrations"));
		assertThat(code).as(terminal.said()).isEqualTo(ExitCode.FINE);
		return files().forward(files().journal().migrations().get(files().journal().migrations().size() - 1))
			.orElseThrow();
	}

	private Migrator migrator(TestDatabase database) {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	private static List<String> spread(TestDatabase database) {
		return JdbcClient.create(database.dataSource())
			.sql("SELECT logicalrelid || ' ' || coalesce(partkey, 'everywhere') FROM pg_dist_partition ORDER BY 1")
			.query(String.class)
			.list();
	}

	@Test
	void theKeyHoldsTheTenantAndTablesAreSpreadBeforeForeignKeysAreMade() {
		String sql = make();
		assertThat(sql).contains("CONSTRAINT \"truck_pkey\" PRIMARY KEY (\"depot_id\", \"id\")",
				"CONSTRAINT \"truck_depot_id_plate_key\" UNIQUE (\"depot_id\", \"plate\")",
				"CONSTRAINT \"depot_pkey\" PRIMARY KEY (\"id\")", "CONSTRAINT \"brand_pkey\" PRIMARY KEY (\"id\")",
				"PERFORM create_distributed_table('\"truck\"', 'depot_id')",
				"PERFORM create_distributed_table('\"truck_passed\"', 'depot_id')",
				"PERFORM create_reference_table('\"brand\"')",
				"FOREIGN KEY (\"depot_id\", \"truck_id\") REFERENCES \"truck\" (\"depot_id\", \"id\")");
		assertThat(sql).doesNotContain("UNIQUE (\"depot_id\", \"id\")");
		assertThat(sql.lastIndexOf("create_distributed_table")).isGreaterThan(sql.lastIndexOf("CREATE TABLE"))
			.isLessThan(sql.indexOf("FOREIGN KEY"));
		assertThat(files().journalText()).contains("+ distribution truck.distribution by depot_id\n",
				"+ distribution brand.distribution reference\n");
	}

	@Test
	void aServerThatSpreadsTablesDoesAndTheJournalSaysTheSame() {
		make();
		try (TestDatabase database = Fleet.citus()) {
			Migrator migrator = migrator(database);
			migrator.migrate();
			assertThat(spread(database)).containsExactly("brand everywhere", "depot id", "trip depot_id",
					"truck depot_id", "truck_passed depot_id");
			assertThat(ours(migrator)).isEmpty();
			database.execute("SELECT undistribute_table('brand')");
			assertThat(ours(migrator)).contains("distribution brand.distribution reference");
		}
	}

	private static List<String> ours(Migrator migrator) {
		return migrator.drift().changes().stream().map((change) -> change.describe().substring(2)).toList();
	}

	@Test
	void aServerOfItsOwnKeepsThemAsTheyAre() {
		make();
		try (TestDatabase database = TestDatabase.create()) {
			Migrator migrator = migrator(database);
			migrator.migrate();
			assertThat(migrator.drift().changes()).isEmpty();
			migrator.rollBack(Version.ZERO);
			assertThat(migrator.drift().changes()).isEmpty();
		}
	}

	@Test
	void tablesThatAreThereAreSpreadLaterWithTheirForeignKeysAside() {
		this.models = ModelRegistry.bound(List.of(undeclared(Depot.class), undeclared(Brand.class),
				undeclared(Truck.class), undeclared(Trip.class)), TypeRegistry.standard());
		make();
		this.models = ModelRegistry.link(Fleet.MODELS, TypeRegistry.standard());
		String sql = make();
		assertThat(sql.indexOf("DROP CONSTRAINT \"truck_brand_id_fkey\"")).isNotNegative()
			.isLessThan(sql.indexOf("create_reference_table"));
		assertThat(sql.indexOf("ADD CONSTRAINT \"truck_brand_id_fkey\""))
			.isGreaterThan(sql.lastIndexOf("create_distributed_table"));
		try (TestDatabase database = Fleet.citus()) {
			Migrator migrator = migrator(database);
			migrator.migrate();
			assertThat(spread(database)).hasSize(5);
			migrator.rollBack(new Version("1"));
			assertThat(spread(database)).isEmpty();
			assertThat(ours(migrator)).isEmpty();
		}
	}

	private static EntityBinding<?> undeclared(Class<? extends Model> type) {
		return new DescribedBinding(EntityBinding.of(type).describe());
	}

	@Test
	void aFactIsWhatItsLineSays() {
		for (Distribution fact : List.of(new Distribution("shop.order", "tenant id"), new Distribution("a", ""))) {
			assertThat(SchemaObject.parse(fact.line())).isEqualTo(fact);
		}
	}

	@Test
	void keysOfManyRowsComeBackByValueAsServersAnswerInAnyOrder() {
		try (TestDatabase database = Fleet.database()) {
			Fleet.fill(database);
			Orm orm = Fleet.orm(database).build();
			Manager<Truck> trucks = orm.manager(Truck.class);
			List<Truck> rows = List.of(Truck.of("x"), Truck.of("y"));
			QueryLog log = QueryLog.capture(() -> orm.tenants().run(1L, () -> trucks.bulkCreate(rows)));
			assertThat(log.statements()).singleElement().satisfies((sql) -> assertThat(sql).contains("nextval("));
			for (Truck row : rows) {
				assertThat(orm.tenants().<String>call(1L, () -> trucks.get(row.id).getPlate()))
					.isEqualTo(row.getPlate());
			}
		}
	}

	@Test
	void theKeyIsValidatedWithinTheTenantAsTheDatabaseKeepsIt() {
		try (TestDatabase database = Fleet.database()) {
			Fleet.fill(database);
			Orm orm = Fleet.orm(database).build();
			Truck same = Truck.of("z");
			same.id = 3L;
			assertThat(orm.tenants().<Boolean>call(1L, () -> orm.manager(Truck.class).validate(same).isEmpty()))
				.isTrue();
			assertThat(orm.tenants().<Boolean>call(2L, () -> orm.manager(Truck.class).validate(same).isEmpty()))
				.isFalse();
		}
	}

	@Test
	void choicesAreLimitedInWorkForATenantAndForAll() {
		try (TestDatabase database = Fleet.database()) {
			Fleet.fill(database);
			Orm orm = Fleet.orm(database).build();
			Manager<Trip> trips = orm.manager(Trip.class);
			Trip trip = orm.tenants().call(1L, () -> trips.get(1L));
			assertThat(orm.tenants().<Boolean>call(1L, () -> trips.validate(trip).isEmpty())).isTrue();
			assertThat(orm.tenants().<Boolean>all(() -> trips.validate(trip).isEmpty())).isTrue();
			database.execute("UPDATE truck SET plate = 'broken' WHERE id = 1");
			assertThat(orm.tenants().<Boolean>call(1L, () -> trips.validate(trip).isEmpty())).isFalse();
			assertThat(orm.tenants().<Boolean>all(() -> trips.validate(trip).isEmpty())).isFalse();
		}
	}

	@Test
	void theModelsOfTheFleetHaveNoProblems() {
		assertThat(ModelChecks.standard().run(this.models)).isEmpty();
	}

	@Test
	void whatIsUniqueAmongServersIsAnError() {
		assertThat(problems(Ticket.class)).contains("distribution-unique Ticket");
		assertThat(text("distribution-unique", Ticket.class))
			.contains("Rows of Ticket lie on several servers, none of which can tell that the constraint", "'depot'");
	}

	@Test
	void aPolicyWhoseSettingOtherServersAreNotToldIsAWarning() {
		assertThat(problems(Ticket.class)).contains("distribution-policy Ticket");
		assertThat(text("distribution-policy", Ticket.class)).contains("@TenantId(rowLevelSecurity = false)");
	}

	@Test
	void aKeyThatLeadsToAnotherServerIsAnError() {
		assertThat(problems(Ticket.class, Garage.class, Note.class)).contains("distribution-key Ticket.garage",
				"distribution-key Note.truck");
		assertThat(text("distribution-key", Ticket.class, Garage.class, Note.class))
			.contains("which may lie on another server", "meta.reference() in Garage");
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static List<Problem> check(Class<? extends Model>... more) {
		List<Class<? extends Model>> all = new ArrayList<>(Fleet.MODELS);
		all.addAll(List.of(more));
		if (!all.contains(Garage.class)) {
			all.add(Garage.class);
		}
		return ModelChecks.standard().run(ModelRegistry.link(all, TypeRegistry.standard()));
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static List<String> problems(Class<? extends Model>... more) {
		return check(more).stream().map((problem) -> problem.id() + " " + problem.place()).toList();
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static String text(String id, Class<? extends Model>... more) {
		return check(more).stream().filter((problem) -> problem.id().equals(id)).findFirst().orElseThrow().text();
	}

	@Test
	void whatCannotBeSpreadIsRefusedInWords() {
		refuses(Brand.class, (meta) -> meta.distributedBy("name"), "spreads its rows by 'name'",
				"meta.reference() (meta-distribution)");
		refuses(Brand.class, (meta) -> meta.distributedBy("colour"), "'colour'", "(meta-path)");
	}

	private static void refuses(Class<? extends Model> model, Consumer<Meta<Model>> meta, String... parts) {
		List<EntityBinding<?>> bindings = new ArrayList<>();
		for (Class<? extends Model> type : Fleet.MODELS) {
			bindings.add((type == model) ? new DescribedBinding(EntityBinding.of(type).describe(), meta)
					: EntityBinding.of(type));
		}
		ModelRegistry models = ModelRegistry.bound(bindings, TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> models.model(model).declarations())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(parts));
	}

}
