package dev.orm.migration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.check.ModelChecks;
import dev.orm.declare.Meta;
import dev.orm.error.ModelDefinitionException;
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
import dev.orm.tenancy.Convoy;
import dev.orm.tenancy.Convoy.Make;
import dev.orm.tenancy.Convoy.Mile;
import dev.orm.tenancy.Convoy.Tanker;
import dev.orm.tenancy.Fleet;
import dev.orm.tenancy.Fleet.Brand;
import dev.orm.tenancy.Fleet.Truck;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tables on several servers that are parted, have a history, or go on in others. */
class SpreadStorageTests {

	private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

	@TempDir
	Path folder;

	private ModelRegistry models = ModelRegistry.link(Convoy.MODELS, TypeRegistry.standard());

	private String make() {
		MigrationFiles files = new MigrationFiles(this.folder);
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(Project.ofFiles(files, () -> this.models), terminal)
			.run(List.of("makemigrations"));
		assertThat(code).as(terminal.said()).isEqualTo(ExitCode.FINE);
		return files.forward(files.journal().migrations().get(0)).orElseThrow();
	}

	private Migrator migrator(TestDatabase database) {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	@Test
	void aPartedTableIsSpreadByTheTenantInFrontOfItsKey() {
		String sql = make();
		assertThat(sql).contains("CONSTRAINT \"mile_pkey\" PRIMARY KEY (\"depot_id\", \"id\", \"day\")",
				"PARTITION BY RANGE (\"day\")", "PERFORM create_distributed_table('\"mile\"', 'depot_id')",
				"PERFORM create_reference_table('\"make\"')");
		assertThat(sql.indexOf("create_distributed_table('\"mile\"")).isGreaterThan(sql.indexOf("PARTITION BY RANGE"));
	}

	@Test
	void partsOfItThatServersHaveAreNoDifference() {
		make();
		try (TestDatabase database = Fleet.citus()) {
			Migrator migrator = migrator(database);
			migrator.migrate();
			database.execute(
					"CREATE TABLE mile_2026 PARTITION OF mile FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
					"SELECT create_distributed_table('mile_2026', 'depot_id')");
			assertThat(migrator.drift().changes()).filteredOn((change) -> change.describe().contains("mile")).isEmpty();
		}
	}

	@Test
	void rowsOfAPartedTableAreWrittenAndReadByTheTenant() {
		make();
		try (TestDatabase database = TestDatabase.create()) {
			migrator(database).migrate();
			database.execute(
					"CREATE TABLE mile_2026 PARTITION OF mile FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
					"INSERT INTO depot (name) VALUES ('north'), ('south')", "INSERT INTO brand (name) VALUES ('red')",
					"INSERT INTO truck (depot_id, plate, brand_id) VALUES (1, 'a', 1)");
			Orm orm = Orm.builder().dataSource(database.dataSource()).models(Convoy.MODELS).build();
			Manager<Mile> miles = orm.manager(Mile.class);
			QueryLog log = QueryLog.capture(() -> orm.tenants().run(1L, () -> {
				List<Mile> both = List.of(Mile.of(DAY, 5), Mile.of(DAY, 7));
				miles.bulkCreate(both);
				Mile again = miles.get(List.of(both.get(1).id, DAY));
				assertThat(again.getDriven()).isEqualTo(7);
				again.setDriven(8);
				miles.save(again);
				miles.delete(both.get(0));
				assertThat(miles.all().flat("driven").list()).containsExactly(8);
			}));
			assertThat(log.statements()).allSatisfy((sql) -> assertThat(sql).contains("\"depot_id\""));
			assertThat(orm.tenants().<Long>call(2L, miles::count)).isZero();
		}
	}

	@Test
	void aChildOfWhatIsOnEachServerIsSoToo() {
		make();
		try (TestDatabase database = TestDatabase.create()) {
			migrator(database).migrate();
			Orm orm = Orm.builder().dataSource(database.dataSource()).models(Convoy.MODELS).build();
			orm.manager(Make.class).save(Make.of("red", "it"));
			assertThat(orm.manager(Brand.class).withSubclasses().list()).singleElement().isInstanceOf(Make.class);
		}
	}

	@Test
	void whatCanBeHasNoProblems() {
		assertThat(ModelChecks.standard().run(this.models)).isEmpty();
	}

	@Test
	void aChildOfWhatIsSpreadByAColumnIsRefused() {
		this.models = ModelRegistry.link(
				List.of(Fleet.Depot.class, Brand.class, Truck.class, Fleet.Trip.class, Tanker.class),
				TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> this.models.model(Tanker.class).declarations())
			.withMessageContaining(
					"Rows of Tanker go on from the table of Truck, which is spread over servers by 'depot'")
			.withMessageContaining("OneToOne<Truck> in Tanker")
			.withMessageContaining("(meta-distribution)");
		RecordedTerminal terminal = new RecordedTerminal();
		new CommandLine(Project.ofFiles(new MigrationFiles(this.folder), () -> this.models), terminal)
			.run(List.of("makemigrations"));
		assertThat(terminal.said()).contains("Rows of Tanker go on from the table of Truck");
		assertThat(ModelChecks.standard().run(this.models))
			.anySatisfy((problem) -> assertThat(problem.text()).contains("Rows of Tanker go on"));
	}

	@Test
	void aHistoryIsRefusedWhereTablesAreSpreadOrOnEachServer() {
		refuses(Truck.class, (meta) -> {
			meta.distributedBy("depot");
			meta.history();
		}, "Meta of Truck keeps a history, which triggers write", "a listener of PostSave", "(meta-distribution)");
		refuses(Brand.class, (meta) -> {
			meta.reference();
			meta.history();
		}, "Meta of Brand keeps a history, which triggers write", "(meta-distribution)");
	}

	@Test
	void partsOfATableOnEachServerAreRefused() {
		refuses(Mile.class, (meta) -> {
			meta.reference();
			meta.partitionByRange("day");
		}, "Meta of Mile parts the table, all of whose rows are on each server", "distributedBy",
				"(meta-distribution)");
	}

	private static void refuses(Class<? extends Model> model, Consumer<Meta<Model>> meta, String... parts) {
		List<EntityBinding<?>> bindings = new ArrayList<>();
		for (Class<? extends Model> type : Convoy.MODELS) {
			bindings.add((type == model) ? new DescribedBinding(EntityBinding.of(type).describe(), meta)
					: EntityBinding.of(type));
		}
		ModelRegistry models = ModelRegistry.bound(bindings, TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> models.model(model).declarations())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(parts));
	}

}
