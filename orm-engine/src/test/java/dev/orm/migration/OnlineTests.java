package dev.orm.migration;

import java.sql.SQLException;
import java.util.List;

import dev.orm.journal.Version;
import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes of tables that are in use: what adds runs now, what takes away waits, and in
 * between the version before and the version after both work.
 */
class OnlineTests extends ShopCommands {

	private static final String OLD = "INSERT INTO shop_product (name, category_id) VALUES ('old', 1)";

	private static final String NEW = "INSERT INTO shop_product (title, category_id) VALUES ('new', 1)";

	@BeforeEach
	void firstMigration() {
		make();
		migrator().migrate();
		this.database.execute("INSERT INTO shop_category (name) VALUES ('all')", OLD);
	}

	@Test
	void aRenamedColumnIsTwoColumnsUntilTheOldOneIsReleased() throws SQLException {
		this.models = products(TITLE, CATEGORY);
		make("--online", "--rename=shop_product.name:title");
		assertThat(this.said).contains("V0002__product_title.sql", "V0003__product_title_2.sql",
				"db/pending/product_title_contract.sql", "contract product_title_contract");
		for (String version : List.of("2", "3")) {
			migrator().migrate(new Version(version));
			nothingDrifts();
			this.database.execute(OLD, NEW, "UPDATE shop_product SET title = 'changed' WHERE id = 1");
			assertThat(this.database.texts("SELECT name FROM shop_product WHERE id = 1")).containsExactly("changed");
			this.database.execute("UPDATE shop_product SET name = 'again' WHERE id = 1");
			assertThat(this.database.texts("SELECT title FROM shop_product WHERE id = 1")).containsExactly("again");
			assertThat(this.database.texts("SELECT count(*) FROM shop_product WHERE id > 1 AND name <> title"))
				.containsExactly("0");
		}
		assertThat(this.database.texts("SELECT count(*) FROM shop_product WHERE title IS NULL")).containsExactly("0");
		assertThat(files("contract", "product_title_contract")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("warn data-loss  shop_product.name").doesNotContain("compat-");
		assertThat(this.folder.resolve("pending/product_title_contract.sql")).doesNotExist();
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(migrator().migrate()).isEqualTo(1);
		nothingDrifts();
		this.database.execute(NEW);
		migrator().rollBack(new Version("3"));
		nothingDrifts();
		assertThat(this.database.texts("SELECT count(*) FROM shop_product WHERE name IS DISTINCT FROM title"))
			.containsExactly("0");
		this.database.execute(OLD, NEW);
		migrator().rollBack(new Version("1"));
		nothingDrifts();
		assertThat(this.database.texts("SELECT DISTINCT name FROM shop_product ORDER BY 1")).containsExactly("again",
				"new", "old");
	}

	@Test
	void aDroppedColumnTakesNoValueAndWaits() throws SQLException {
		this.models = products(CATEGORY);
		make("--online");
		assertThat(sources().forward(sources().journal().migrations().get(1)))
			.hasValue("ALTER TABLE \"shop_product\" ALTER COLUMN \"name\" DROP NOT NULL;\n");
		migrator().migrate();
		nothingDrifts();
		this.database.execute(OLD, "INSERT INTO shop_product (category_id) VALUES (1)");
		assertThat(this.database.texts("SELECT name FROM shop_product ORDER BY id")).containsExactly("old", "old",
				null);
		files("contract", sources().journal().waiting().get(0).name());
		migrator().migrate();
		nothingDrifts();
	}

	@Test
	void aRequiredColumnKeepsItsDefaultUntilAllWriteIt() throws SQLException {
		this.models = products(NAME, CATEGORY, FieldDescription.of("stock", "stock", Integer.class));
		make("--online", "--fill=shop_product.stock=7");
		migrator().migrate();
		nothingDrifts();
		this.database.execute(OLD);
		assertThat(this.database.texts("SELECT stock FROM shop_product")).containsExactly("7", "7");
		files("contract", sources().journal().waiting().get(0).name());
		migrator().migrate();
		nothingDrifts();
	}

	@Test
	void aColumnThatIsComputedIsFilledInBatchesAndRequiredLater() throws SQLException {
		this.models = products(NAME, CATEGORY, TITLE);
		make("--online", "--fill=shop_product.title=upper(name)");
		assertThat(migrator().migrate()).isEqualTo(2);
		nothingDrifts();
		this.database.execute(OLD);
		assertThat(this.database.texts("SELECT title FROM shop_product ORDER BY id")).containsExactly("OLD", null);
		files("contract", sources().journal().waiting().get(0).name());
		migrator().migrate();
		nothingDrifts();
		assertThat(this.database.texts("SELECT title FROM shop_product ORDER BY id")).containsExactly("OLD", "OLD");
	}

	@Test
	void constraintsAreValidatedWhileOthersWrite() throws SQLException {
		FieldDescription code = FieldDescription.of("name", "name", String.class, Flag.UNIQUE).size(200, 0, 0);
		this.models = products(code, CATEGORY, FieldDescription.of("stock", "stock", Integer.class, Flag.POSITIVE));
		make("--online", "--fill=shop_product.stock=7");
		migrator().migrate();
		nothingDrifts();
		assertThat(this.database
			.texts("SELECT conname FROM pg_constraint WHERE conrelid = 'shop_product'::regclass AND convalidated "
					+ "AND contype IN ('u', 'c') ORDER BY 1"))
			.containsExactly("shop_product_name_key", "shop_product_stock_check");
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

	@Test
	void aColumnTakesNullNoLongerWithoutAScanUnderAStrongLock() throws SQLException {
		this.models = products(NAME, CATEGORY, NOTE);
		make("--online");
		migrator().migrate();
		this.models = products(NAME, CATEGORY, FieldDescription.of("note", "note", String.class));
		make("--online", "--fill=shop_product.note='none'");
		assertThat(this.said).doesNotContain("lock-not-null").contains("compat-stricter");
		migrator().migrate();
		nothingDrifts();
		assertThat(this.database.texts("SELECT note FROM shop_product")).containsExactly("none");
		assertThat(this.database.texts("SELECT count(*) FROM pg_constraint WHERE conname LIKE '%is_not_null'"))
			.containsExactly("0");
	}

	@Test
	void aRenamedTableLeavesAViewThatCanBeWritten() throws SQLException {
		this.models = ShopEvolution.renamed("shop_article", NAME, CATEGORY);
		make("--online", "--rename=shop_product:shop_article");
		assertThat(this.said).contains("db/pending/article_contract.sql");
		migrator().migrate();
		nothingDrifts();
		this.database.execute(OLD, "UPDATE shop_product SET name = 'seen'", "DELETE FROM shop_product WHERE id = 1");
		assertThat(this.database.texts("SELECT name FROM shop_article")).containsExactly("seen");
		files("contract", sources().journal().waiting().get(0).name());
		assertThat(migrator().migrate()).isEqualTo(1);
		nothingDrifts();
		assertThat(this.database.texts("SELECT to_regclass('shop_product')")).containsExactly((String) null);
		migrator().rollBack(new Version("1"));
		nothingDrifts();
		this.database.execute(OLD);
	}

	@Test
	void aTypeThatWouldBeWrittenAnewIsASecondColumnThatTakesItsPlace() throws SQLException {
		FieldDescription stock = FieldDescription.of("stock", "stock", Integer.class, Flag.POSITIVE, Flag.INDEX);
		this.models = products(NAME, CATEGORY, stock, NOTE);
		make("--fill=shop_product.stock=7");
		migrator().migrate();
		this.models = products(NAME, CATEGORY,
				FieldDescription.of("stock", "stock", Long.class, Flag.POSITIVE, Flag.INDEX), NOTE);
		make("--online");
		assertThat(this.said).doesNotContain("lock-rewrite", "data-loss", "db/pending")
			.contains("+ column shop_product.stock_new bigint", "~ column shop_product.stock_new -> stock");
		String insert = "INSERT INTO shop_product (name, category_id, stock) VALUES ('more', 1, 8)";
		for (int version = 3; version <= sources().journal().migrations().size(); version++) {
			migrator().migrate(new Version(String.valueOf(version)));
			nothingDrifts();
			this.database.execute(insert, "UPDATE shop_product SET stock = stock + 1 WHERE id = 1",
					"DELETE FROM shop_product WHERE id = (SELECT max(id) FROM shop_product WHERE id > 1)", insert);
		}
		int versions = sources().journal().migrations().size() - 2;
		assertThat(this.database.texts("SELECT stock FROM shop_product WHERE id = 1"))
			.containsExactly(String.valueOf(7 + versions));
		assertThat(this.database.texts("SELECT count(*) FROM shop_product WHERE stock = 8"))
			.containsExactly(String.valueOf(versions));
		assertThat(this.database.texts("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%bond'"))
			.containsExactly("0");
		for (int version = sources().journal().migrations().size() - 1; version >= 2; version--) {
			migrator().rollBack(new Version(String.valueOf(version)));
			nothingDrifts();
			this.database.execute(insert);
		}
		assertThat(this.database.texts("SELECT stock FROM shop_product WHERE id = 1"))
			.containsExactly(String.valueOf(7 + versions));
	}

	@Test
	void aStepThatDoesNotWaitIsRefused() {
		assertThat(files("contract", "nothing")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("no step 'nothing' waits. Choices: (none)");
		assertThat(files("contract")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).isEqualTo("no step waits for its release\n");
	}

}
