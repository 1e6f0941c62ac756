package dev.orm.routing;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Book;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Publisher;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.ModelDefinitionException;
import dev.orm.execute.Database;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.model.ModelSchema;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.routing.attic.Box;
import dev.orm.routing.attic.Receipt;
import dev.orm.test.Shop;
import dev.orm.test.LogLines;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.BookPath.BOOK;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.PublisherPath.PUBLISHER;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Models that live in another database than the default one. */
class HomesTests {

	private static final String SHOP = "dev.orm.acceptance.shop.";

	private static final Map<String, String> LIBRARY = Map.of(SHOP + "Publisher", "archive", SHOP + "Imprint",
			"archive", SHOP + "Book", "archive", SHOP + "Loan", "archive");

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	static final TestDatabase archived = Shop.database();

	private static final Database DEFAULT = Database.of("default", database.dataSource());

	private static final Database ARCHIVE = Database.of("archive", archived.dataSource());

	private static final Orm orm = Shop.builder(DEFAULT, ARCHIVE).homes(LIBRARY).build();

	private static final Manager<Publisher> publishers = orm.manager(Publisher.class);

	private static final Manager<Book> books = orm.manager(Book.class);

	@RegisterExtension
	final LogLines warnings = LogLines.of("dev.orm.routing.RouterQuestions");

	private static final Manager<Product> products = orm.manager(Product.class);

	@Test
	void aModelIsReadAndWrittenWhereItLives() {
		assertThat(aliases(publishers::list)).containsOnly("archive");
		assertThat(aliases(() -> publishers.create(Map.of("name", "Ada")))).containsOnly("archive");
		assertThat(aliases(() -> publishers.filter(PUBLISHER.name.eq("Ada")).update(PUBLISHER.name.set("Eve"))))
			.containsOnly("archive");
		assertThat(aliases(() -> publishers.filter(PUBLISHER.name.eq("Eve")).delete())).containsOnly("archive");
		assertThat(aliases(() -> products.filter(PRODUCT.id.eq(1L)).list())).containsOnly("default");
	}

	@Test
	void itsRelationsLiveThereToo() {
		Publisher publisher = publishers.orderBy(PUBLISHER.id.asc()).get(PUBLISHER.id.eq(1L));
		RelatedManager<Book> published = RelatedManager.of(publisher, PUBLISHER.books());
		assertThat(aliases(published::list)).containsOnly("archive");
		assertThat(aliases(() -> publishers.prefetchRelated(PUBLISHER.books()).list())).containsOnly("archive");
	}

	@Test
	void whatTheQuerySaysAndWhatARouterSaysCountFirst() {
		assertThat(aliases(() -> publishers.using("default").list())).containsOnly("default");
		Router router = new Router() {

			@Override
			public @Nullable Route dbForRead(EntityModel model, Hints hints) {
				return Route.DEFAULT;
			}

		};
		Orm routed = Shop.builder(DEFAULT, ARCHIVE).homes(LIBRARY).router(router).build();
		assertThat(aliases(() -> routed.manager(Publisher.class).list())).containsOnly("default");
	}

	@Test
	void aRouterThatNamesAnUnknownDatabaseIsRefusedAtTheStart() {
		Router lost = new Router() {

			@Override
			public @Nullable Route dbForWrite(EntityModel model, Hints hints) {
				return model.name().equals("Tag") ? Route.to("attic") : null;
			}

		};
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Shop.builder(DEFAULT, ARCHIVE).router(lost).build())
			.withMessageContaining("sends model Tag to database 'attic', which is not there. Choices: default, archive")
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.name())).containsExactly("Tag", "attic"));
	}

	@Test
	void aRouterThatWantsNoTableWhereAModelLivesIsRefusedAtTheStart() {
		Router nowhere = new Router() {

			@Override
			public @Nullable Boolean allowMigrate(String alias, EntityModel model) {
				return model.name().equals("Book") ? alias.equals("default") : null;
			}

		};
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Shop.builder(DEFAULT, ARCHIVE).homes(LIBRARY).router(nowhere).build())
			.withMessageContaining("wants no table of model Book in database 'archive', where the model lives")
			.withMessageContaining("@Table(database = …)");
		assertThat(Shop.builder(DEFAULT, ARCHIVE).router(nowhere).build()).isNotNull();
	}

	@Test
	void aRouterThatWritesWhereNoMigrationMakesATableIsWarnedOf() {
		Shop.builder(DEFAULT, ARCHIVE).router(new Archiving(null)).build();
		assertThat(this.warnings.messages()).singleElement()
			.asString()
			.contains(
					"writes model Tag to database 'archive', and migrations make its table where it lives, in 'default'",
					"@Table(database = …)", "allowMigrate answer that 'archive' has the table");
		this.warnings.clear();
		Shop.builder(DEFAULT, ARCHIVE).router(new Archiving(true)).build();
		assertThat(this.warnings.messages()).isEmpty();
	}

	@Test
	void aRouterThatNeedsARequestIsAskedLater() {
		Router tenants = new Router() {

			@Override
			public @Nullable Route dbForRead(EntityModel model, Hints hints) {
				throw new IllegalStateException("no tenant");
			}

		};
		Orm routed = Shop.builder(DEFAULT, ARCHIVE).router(tenants).build();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> routed.manager(Tag.class).list())
			.withMessage("no tenant");
	}

	@Test
	void aCopyReadFromAnotherDatabaseIsFollowedThere() {
		Publisher copy = publishers.using("default").get(PUBLISHER.id.eq(1L));
		assertThat(aliases(() -> publishers.save(copy))).containsOnly("default");
		assertThat(aliases(() -> RelatedManager.of(copy, PUBLISHER.books()).list())).containsOnly("default");
	}

	@Test
	void aPackageIsTheHomeOfItsModelsAndAClassOfItself() {
		OrmBuilder builder = Shop.builder(DEFAULT, ARCHIVE);
		// tag::homes[]
		builder.homes(Map.of("dev.orm.acceptance", "archive"));
		// end::homes[]
		Orm packaged = builder.build();
		assertThat(aliases(() -> packaged.manager(Product.class).list())).containsOnly("archive");
		assertThat(aliases(() -> packaged.manager(Tag.class).prefetchRelated(TAG.products()).list()))
			.containsOnly("archive");
	}

	@Test
	void aClassCountsBeforeItsPackage() {
		Map<String, String> told = Map.of("dev.orm.acceptance", "archive", SHOP + "Publisher", "default",
				SHOP + "Imprint", "default", SHOP + "Book", "default", SHOP + "Loan", "default");
		Orm packaged = Shop.builder(DEFAULT, ARCHIVE).homes(told).build();
		assertThat(aliases(() -> packaged.manager(Publisher.class).list())).containsOnly("default");
		assertThat(aliases(() -> packaged.manager(Product.class).list())).containsOnly("archive");
	}

	@Test
	void aModelAndItsGroupSayWhereItLives() {
		database.execute("CREATE TABLE attic_box (id bigint PRIMARY KEY)");
		archived.execute("CREATE TABLE attic_box (id bigint PRIMARY KEY)");
		Orm attic = attic(Map.of());
		assertThat(aliases(() -> attic.manager(Box.class).list())).containsOnly("archive");
		assertThat(aliases(() -> attic.manager(Receipt.class).list())).containsOnly("default");
		Orm deployed = attic(Map.of(Box.class.getName(), "default"));
		assertThat(aliases(() -> deployed.manager(Box.class).list())).containsOnly("default");
	}

	@Test
	void migrationsOfADatabaseAreThoseOfTheModelsThatSayTheyLiveThere() {
		ModelRegistry models = attic(Map.of()).models();
		assertThat(ModelSchema.of(models, "archive").lines()).contains("table attic_box");
		assertThat(ModelSchema.of(models, "archive").lines())
			.containsExactlyElementsOf(ModelSchema.of(models).lines().toList());
		assertThat(ModelSchema.of(models, "other").lines()).isEmpty();
	}

	private static Orm attic(Map<String, String> homes) {
		return Orm.builder()
			.database(DEFAULT)
			.database(ARCHIVE)
			.models(List.of(Box.class, Receipt.class))
			.homes(homes)
			.build();
	}

	@Test
	void aForeignKeyDoesNotLeadFromDatabaseToDatabase() {
		refused(Map.of(SHOP + "Publisher", "archive"), "publisher leads from database 'default' to 'archive'");
		refused(Map.of(SHOP + "Tag", "archive"), "Post_tags.tag", "'default'", "'archive'");
	}

	@Test
	void aDatabaseThatIsNotThereIsRefused() {
		refused(Map.of("dev.orm.acceptance", "attic"), "lives in database 'attic'", "default, archive");
	}

	@Test
	void aNameThatIsNoModelAndNoPackageIsRefused() {
		refused(Map.of("dev.orm.acceptance.sho", "archive"), "'dev.orm.acceptance.sho'", SHOP + "Product");
	}

	@Test
	void theServerIsAskedForWithoutNamingTheDatabase() {
		assertThat(aliases(() -> publishers.fromPrimary().list())).containsOnly("archive");
		assertThat(aliases(() -> books.fromReplica().filter(BOOK.id.gt(0L)).count())).containsOnly("archive");
		assertThat(aliases(() -> products.filter(PRODUCT.id.eq(1L)).fromReplica().list())).containsOnly("default");
	}

	private static void refused(Map<String, String> homes, String... words) {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Shop.builder(DEFAULT, ARCHIVE).homes(homes).build())
			.withMessageContainingAll(words);
	}

	private static List<String> aliases(Runnable work) {
		return QueryLog.capture(work).events().stream().map(QueryEvent::database).toList();
	}

	/**
	 * Writes tags elsewhere.
	 *
	 * @param hasTable what it answers of tables
	 */
	private record Archiving(@Nullable Boolean hasTable) implements Router {

		@Override
		public @Nullable Route dbForWrite(EntityModel model, Hints hints) {
			return model.name().equals("Tag") ? Route.to("archive") : null;
		}

		@Override
		public @Nullable Boolean allowMigrate(String alias, EntityModel model) {
			return this.hasTable;
		}

	}

}
