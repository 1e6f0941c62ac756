package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.several.DatabaseCommands;
import dev.orm.migration.several.FileCommands;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.Presentation;
import dev.orm.model.TableName;
import dev.orm.model.TableOptions;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each database has a folder of migrations and a history of its own; tenants share one.
 */
class SeveralDatabasesMigrationTests {

	@RegisterExtension
	static final TestDatabase shop = TestDatabase.create();

	@RegisterExtension
	static final TestDatabase analytics = TestDatabase.create();

	@TempDir
	Path folder;

	private ModelRegistry models = models(false);

	private String said = "";

	private static ModelRegistry models(boolean noted) {
		return ModelRegistry.bound(List.of(binding(Customer.class, "customer", "default", false),
				binding(Visit.class, "visit", "analytics", noted)), TypeRegistry.standard());
	}

	private static DescribedBinding binding(Class<? extends Model> type, String table, String database, boolean noted) {
		List<FieldDescription> fields = new ArrayList<>(
				List.of(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY)));
		if (noted) {
			fields.add(ShopEvolution.NOTE);
		}
		return new DescribedBinding(
				new ModelDescription(type, "", TableName.of(table), null, null, List.of(), List.of(), List.of(), fields,
						List.of(), new TableOptions("", true, false, Presentation.NONE, database)));
	}

	private ExitCode run(String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new FileCommands(this.folder, () -> this.models).run(List.of(words), terminal);
		this.said = terminal.said();
		return code;
	}

	private Migrator migrator(TestDatabase database, String directory) {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + this.folder.resolve(directory).resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	private ExitCode run(TenantSchemas tenants, String... words) {
		Map<String, Migrator> databases = new LinkedHashMap<>();
		databases.put("default", migrator(shop, ""));
		databases.put("analytics", migrator(analytics, "analytics"));
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new DatabaseCommands(databases, () -> this.models, tenants).run(List.of(words), terminal);
		this.said = terminal.said().replaceAll("\\d+ ms", "n ms");
		return code;
	}

	@Test
	void eachDatabaseGetsMigrationsInItsFolder() throws IOException {
		assertThat(run("makemigrations")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("default:\n  V0001__initial.sql   + table customer\n")
			.contains("analytics:\n  V0001__initial.sql   + table visit\n");
		assertThat(Files.readString(this.folder.resolve("migration/V0001__initial.sql"))).contains("\"customer\"")
			.doesNotContain("\"visit\"");
		assertThat(Files.readString(this.folder.resolve("analytics/migration/V0001__initial.sql")))
			.contains("\"visit\"");
		assertThat(run("check")).isEqualTo(ExitCode.FINE);
		this.models = models(true);
		assertThat(run("check")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).contains("default:\nmodels, journal and files agree", "+ column visit.note text");
		assertThat(run("check", "--database=default")).isEqualTo(ExitCode.FINE);
		assertThat(run("makemigrations", "--database", "analytics", "--name=notes")).isEqualTo(ExitCode.FINE);
		assertThat(run("sqlmigrate", "2", "--database=analytics")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("ALTER TABLE \"visit\" ADD COLUMN \"note\" text;\n");
		assertThat(run("check", "--database=../other")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("'../other' is no alias of a database");
	}

	@Test
	void whatIsNotNamedIsAllDatabases() {
		run("makemigrations");
		TenantSchemas none = (database) -> List.of();
		assertThat(run(none, "showmigrations")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  default    before all migrations  1 pending (V0001__initial)
				  analytics  before all migrations  1 pending (V0001__initial)
				""");
		assertThat(run(none, "migrate")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				default:
				  V0001__initial   done in n ms
				analytics:
				  V0001__initial   done in n ms
				""");
		assertThat(run(none, "migrate", "zero", "--accept-loss", "--database=analytics")).isEqualTo(ExitCode.FINE);
		assertThat(run(none, "migrate", "--check")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).isEqualTo("default:\nanalytics:\n  pending  V0001__initial\n");
		assertThat(run(none, "migrate", "--database=archive")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("Database 'archive' has no migrations. Choices: default, analytics.");
	}

	@Test
	void tenantsHaveASchemaEachAndOneHistory() {
		run("makemigrations");
		List<String> schemas = List.of("t1", "t2", "t3");
		TenantSchemas tenants = (database) -> database.equals("analytics") ? schemas : List.of();
		assertThat(run(tenants, "migrate", "--database=analytics", "--all-schemas")).as(this.said)
			.isEqualTo(ExitCode.FINE);
		this.models = models(true);
		run("makemigrations");
		assertThat(run(tenants, "migrate", "--database=analytics", "--schema=t2")).isEqualTo(ExitCode.FINE);
		run(tenants, "showmigrations", "--database=analytics", "--all-schemas");
		assertThat(this.said).isEqualTo("  analytics  3 schemas: 1 at V0002, 2 at V0001 (t1, t3)\n");
		assertThat(run(tenants, "drift", "--database=analytics", "--all-schemas")).isEqualTo(ExitCode.FINE);
		assertThat(run(tenants, "migrate", "--all-schemas")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("hint: a bean of type TenantSchemas names them");
	}

	@Test
	void theFirstTenantThatFailsStopsTheRunAndAnotherGoesOn() {
		run("makemigrations");
		TenantSchemas tenants = (database) -> List.of("u1", "u2", "u3");
		analytics.execute("CREATE SCHEMA u2", "CREATE TABLE u2.visit (other text)");
		assertThat(run(tenants, "migrate", "--database=analytics", "--all-schemas")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("u1:\n  V0001__initial   done", "stopped at u2; what was done before stays done")
			.doesNotContain("u3:");
		analytics.execute("DROP TABLE u2.visit");
		assertThat(run(tenants, "migrate", "--database=analytics", "--all-schemas")).as(this.said)
			.isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("u1:\n  no migrations to apply", "u3:\n  V0001__initial   done");
	}

	@Test
	void theFirstDatabaseThatFailsStopsTheRunAndAnotherGoesOn() throws IOException {
		TenantSchemas none = (database) -> List.of();
		shop.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		analytics.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
		run("makemigrations");
		Path file = this.folder.resolve("migration/V0002__bad.sql");
		Files.writeString(file, "SELECT gone FROM customer;\n");
		assertThat(run(none, "migrate", "--plan")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("default:\n  V0001__initial\n", "analytics:\n  V0001__initial\n",
				"is not in the journal");
		assertThat(run(none, "migrate")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("default:\n")
			.contains("V0002__bad.sql", "column \"gone\" does not exist",
					"stopped at default; what was done before stays done, and another run goes on")
			.doesNotContain("analytics:");
		run(none, "showmigrations");
		assertThat(this.said).contains("default    V0001  1 pending (V0002__bad)",
				"analytics  before all migrations  1 pending");
		assertThat(run(none, "migrate", "--check")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).contains("pending  V0002__bad", "pending  V0001__initial");
		assertThat(run(none, "migrate", "--database=analytics")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.delete(file);
		assertThat(run(none, "migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(run(none, "migrate", "--check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(run(none, "drift")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	abstract static class Customer extends Model {

	}

	abstract static class Visit extends Model {

	}

}
