package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.several.DatabaseCommands;
import dev.orm.migration.several.FileCommands;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.Presentation;
import dev.orm.model.RelationDescription;
import dev.orm.model.TableName;
import dev.orm.model.TableOptions;
import dev.orm.routing.Homes;
import dev.orm.routing.Router;
import dev.orm.routing.RouterQuestions;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of two databases type and see, word for word: each has its models, its
 * folder and its history, and a router that wants a table elsewhere is refused.
 */
class SeveralTranscriptTests implements Transcript.Stage {

	private static final Set<String> OF_DATABASE = Set.of("migrate", "showmigrations", "drift");

	@TempDir
	Path folder;

	private final TestDatabase shop = TestDatabase.create();

	private final TestDatabase analytics = TestDatabase.create();

	private ModelRegistry models = models();

	private List<Router> routers = List.of();

	@Test
	void theTranscriptIsWhatIsSaid() throws IOException {
		try (this.shop; this.analytics) {
			new Transcript(this, this.folder).play(Path.of("src/test/resources/transcripts/several/databases.txt"));
		}
	}

	@Override
	public ExitCode run(List<String> words, Terminal terminal) {
		try {
			if (words.get(0).equals("java")) {
				Homes homes = Homes.of(this.models.models(), Map.of());
				new RouterQuestions(this.routers, homes).ask(this.models.models(), Set.of("default", "analytics"));
				return ExitCode.FINE;
			}
			return OF_DATABASE.contains(words.get(0)) ? commands().run(words, terminal)
					: new FileCommands(this.folder.resolve("db"), () -> this.models).run(words, terminal);
		}
		catch (ModelDefinitionException ex) {
			terminal.say(String.valueOf(ex.getMessage()));
			return ExitCode.USAGE;
		}
	}

	private DatabaseCommands commands() {
		Map<String, Migrator> databases = new LinkedHashMap<>();
		databases.put("default", migrator(this.shop, "db"));
		databases.put("analytics", migrator(this.analytics, "db/analytics"));
		TenantSchemas none = (database) -> List.of();
		return new DatabaseCommands(databases, () -> this.models, none);
	}

	private Migrator migrator(TestDatabase database, String directory) {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + this.folder.resolve(directory).resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	@Override
	public void prepare(String directive) throws IOException {
		switch (directive) {
			case "models: a note of visits" -> this.models = models(ShopEvolution.NOTE);
			case "models: visits of customers" ->
				this.models = models(FieldDescription.of("customer", "customer_id", ForeignKey.class)
					.relation(new RelationDescription(Customer.class, "", OnDeleteAction.CASCADE, "", "visits", null)));
			case "sql of analytics: ALTER TABLE visit ADD COLUMN tmp text" ->
				this.analytics.execute("ALTER TABLE visit ADD COLUMN tmp text");
			case "router: visits belong to default" -> this.routers = List.of(new ShopOnly());
			default -> throw new IllegalArgumentException(directive);
		}
	}

	private static ModelRegistry models(FieldDescription... more) {
		return ModelRegistry.bound(List.of(binding(Customer.class, "customer", "default"),
				binding(Visit.class, "visit", "analytics", more)), TypeRegistry.standard());
	}

	private static DescribedBinding binding(Class<? extends Model> type, String table, String database,
			FieldDescription... more) {
		List<FieldDescription> fields = new ArrayList<>(
				List.of(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY)));
		fields.addAll(List.of(more));
		return new DescribedBinding(
				new ModelDescription(type, "", TableName.of(table), null, null, List.of(), List.of(), List.of(), fields,
						List.of(), new TableOptions("", true, false, Presentation.NONE, database)));
	}

	/** Wants all tables in the default database. */
	private static final class ShopOnly implements Router {

		@Override
		public @Nullable Boolean allowMigrate(String alias, EntityModel model) {
			return alias.equals("default");
		}

	}

	abstract static class Customer extends Model {

	}

	abstract static class Visit extends Model {

	}

}
