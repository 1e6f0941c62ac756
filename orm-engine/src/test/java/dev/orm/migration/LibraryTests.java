package dev.orm.migration;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.acceptance.shop.Category;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ModelLibraries;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.model.ModelSchema;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.migration.several.DatabaseCommands;
import dev.orm.migration.several.FileCommands;
import dev.orm.model.Model;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A jar whose models have migrations of their own: the category of a shop, which the shop
 * points to.
 */
class LibraryTests {

	private static final String LIBRARY_CLASS = "Category";

	@TempDir
	Path folder;

	private final TestDatabase database = TestDatabase.create();

	private Classes classes;

	private ModelRegistry models;

	private String said = "";

	@BeforeEach
	void twoJars() throws IOException, URISyntaxException, ClassNotFoundException {
		Path compiled = Path.of(Category.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		String shop = Category.class.getPackageName().replace('.', '/');
		try (Stream<Path> files = Files.list(compiled.resolve(shop))) {
			for (Path file : files.toList()) {
				Path jar = isLibrarys(file) ? library() : application();
				Files.createDirectories(jar.resolve(shop));
				Files.copy(file, jar.resolve(shop).resolve(file.getFileName()));
			}
		}
		Files.createDirectories(library().resolve("META-INF/dev.orm"));
		Files.writeString(library().resolve(ModelLibraries.LOCATION), "catalogue\n");
		this.classes = new Classes(new URL[] { application().toUri().toURL(), library().toUri().toURL() },
				Category.class.getPackageName());
		List<Class<? extends Model>> types = new ArrayList<>();
		for (Class<? extends Model> type : ModelIndex.load(Category.class.getClassLoader())) {
			if (type.getPackage() == Category.class.getPackage()) {
				types.add(this.classes.loadClass(type.getName()).asSubclass(Model.class));
			}
		}
		this.models = ModelRegistry.link(types, TypeRegistry.standard());
	}

	private static boolean isLibrarys(Path file) {
		return file.getFileName().toString().matches(LIBRARY_CLASS + "(Path)?(\\$.*)?\\.class");
	}

	private Path library() {
		return this.folder.resolve("library");
	}

	private Path application() {
		return this.folder.resolve("application");
	}

	@AfterEach
	void close() throws IOException {
		this.classes.close();
		this.database.close();
	}

	private ExitCode files(Path jar, String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new FileCommands(jar.resolve("db"), () -> this.models).run(List.of(words), terminal);
		this.said = terminal.said();
		return code;
	}

	private ExitCode database(String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new DatabaseCommands(Map.of("default", migrator()), () -> this.models, (name) -> List.of())
			.run(List.of(words), terminal);
		this.said = terminal.said();
		return code;
	}

	private Migrator migrator() {
		return new Migrator(Flyway.configure(this.classes)
			.dataSource(this.database.dataSource())
			.locations("classpath:db/migration")
			.load(), LockTimeout.STANDARD).withLibraries();
	}

	private void migrations() {
		assertThat(files(library(), "makemigrations", "--library=catalogue")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files(application(), "makemigrations")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	private List<String> query(String sql) {
		return new JdbcTemplate(this.database.dataSource()).queryForList(sql, String.class);
	}

	@Test
	void eachHasTheTablesOfItsModels() {
		Schema ours = ModelSchema.of(this.models);
		Schema theirs = ModelSchema.ofLibrary(this.models, "catalogue");
		assertThat(theirs.all(Table.class)).extracting(Table::name).containsExactly("shop_category");
		assertThat(ours.all(Table.class)).extracting(Table::name)
			.contains("shop_product")
			.doesNotContain("shop_category");
		assertThat(ours.all(ForeignKey.class)).anyMatch((key) -> key.target().equals("shop_category") && key.outside())
			.anyMatch((key) -> key.target().equals("shop_product") && !key.outside());
		assertThat(ours.lines()).contains("foreign-key shop_product.shop_product_category_id_fkey (category_id)"
				+ " -> shop_category (id) outside deferred");
		assertThat(theirs.all(ForeignKey.class)).noneMatch(ForeignKey::outside);
		assertThat(ours.column("shop_product", "category_id")).isPresent();
	}

	@Test
	void aLibraryMigratesBeforeTheApplicationWithAHistoryOfItsOwn() {
		migrations();
		assertThat(library().resolve("META-INF/dev.orm/catalogue/migration/V0001__initial.sql")).exists();
		assertThat(database("migrate", "--check")).isEqualTo(ExitCode.TO_DO);
		assertThat(migrator().migrate()).isEqualTo(2);
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(database("drift", "--library=catalogue")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("showmigrations")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  default    V0001  0 pending\n  catalogue  V0001  0 pending\n");
		assertThat(database("migrate", "--check")).isEqualTo(ExitCode.FINE);
		assertThat(files(application(), "check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(migrator().migrate()).isZero();
	}

	@Test
	void aLibraryIsCheckedAgainstItsOwnModels() {
		assertThat(files(library(), "check", "--library=catalogue")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).contains("models and journal differ:", "+ table shop_category");
		assertThat(files(library(), "makemigrations", "--library=catalogue")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files(library(), "check", "--library=catalogue")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void theKeyToATableOfALibraryIsOneOfTheDatabase() {
		migrations();
		migrator().migrate();
		assertThat(query("SELECT confrelid::regclass::text FROM pg_constraint "
				+ "WHERE conname = 'shop_product_category_id_fkey' AND condeferred"))
			.containsExactly("shop_category");
	}

	@Test
	void theTableOfALibraryStaysWhileTheApplicationPointsToIt() {
		migrations();
		migrator().migrate();
		assertThat(database("migrate", "zero", "--library=catalogue", "--accept-loss")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("U0001__initial.sql", "other objects depend on it", "It stays applied");
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(database("migrate", "zero", "--accept-loss")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate", "zero", "--library=catalogue", "--accept-loss")).as(this.said)
			.isEqualTo(ExitCode.FINE);
	}

	@Test
	void aLibraryWithoutMigrationsHasNoTableToPointTo() {
		assertThat(files(application(), "makemigrations")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains(
				"_category_id_fkey of Post.category leads to shop_category (id), which no journal", "(catalogue)",
				"let the library's own makemigrations come first");
		assertThat(application().resolve("db")).doesNotExist();
	}

	@Test
	void verifyMakesTheTablesOfLibrariesFirst() {
		migrations();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(this.classes);
		try {
			String scratch = "--scratch=" + this.database.url();
			assertThat(files(application(), "verify", scratch)).as(this.said).isEqualTo(ExitCode.FINE);
			assertThat(files(library(), "verify", "--library=catalogue", scratch)).as(this.said)
				.isEqualTo(ExitCode.FINE);
			files(application(), "lint", "--rehearse", scratch);
			assertThat(this.said).contains("shop_product_category_id_fkey");
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@Test
	void aLibraryThatJoinsLaterMigratesBesideWhatIsThere() throws IOException {
		assertThat(files(library(), "makemigrations", "--library=catalogue")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.createDirectories(application().resolve("db/migration"));
		Files.writeString(application().resolve("db/migration/V0001__own.sql"), "CREATE TABLE own (id bigint);");
		Files.writeString(application().resolve("db/schema.journal"),
				"orm-journal 1\n\nV0001__own\n+ table own\n+ column own.id bigint\n");
		Path marker = library().resolve(ModelLibraries.LOCATION);
		Path away = this.folder.resolve("marker");
		Files.move(marker, away);
		assertThat(migrator().migrate()).isEqualTo(1);
		Files.move(away, marker);
		assertThat(migrator().migrate()).isEqualTo(1);
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(database("migrate", "zero", "--library=catalogue", "--accept-loss")).as(this.said)
			.isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("V0001__initial   taken back in ");
		assertThat(migrator().migrate()).isEqualTo(1);
	}

	@Test
	void tablesThatNobodyMigratedAreNotMigratedBeside() {
		migrations();
		this.database.execute("CREATE TABLE older (id bigint)");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.NOT_EMPTY));
	}

	@Test
	void anUnknownLibraryGetsTheChoices() {
		assertThat(database("drift", "--library=other")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("Library 'other' has no migrations. Choices: catalogue.");
		assertThat(files(library(), "makemigrations", "--library=../x")).isEqualTo(ExitCode.USAGE);
	}

	@Test
	void theFirstMigrationSaysWhoseTheModelsAre() throws IOException {
		Files.delete(library().resolve(ModelLibraries.LOCATION));
		files(library(), "makemigrations", "--library=catalogue");
		assertThat(library().resolve(ModelLibraries.LOCATION)).hasContent("catalogue\n");
		assertThat(this.said).contains("says that the models of this jar have migrations of their own");
	}

	/** Loads one package from jars of its own. */
	private static final class Classes extends URLClassLoader {

		private final String own;

		private Classes(URL[] jars, String own) {
			super(jars, LibraryTests.class.getClassLoader());
			this.own = own + ".";
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(this.own)) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : findClass(name);
			}
		}

		/** The jars come first. */
		@Override
		public URL getResource(String name) {
			URL found = findResource(name);
			return (found != null) ? found : super.getResource(name);
		}

	}

	@Test
	void aPlanBeginsWithWhatLibrariesRun() {
		migrations();
		assertThat(database("migrate", "--plan", "--sql")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("  catalogue:\n  V0001__initial\n      + table shop_category\n")
			.contains("      CREATE TABLE \"shop_category\" (\n")
			.contains("  application:\n  V0001__initial\n")
			.endsWith("  2 pending\n");
		database("migrate");
		database("migrate", "--plan");
		assertThat(this.said).isEqualTo("  nothing is pending\n");
	}

}
