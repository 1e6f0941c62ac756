package dev.orm.migration;

import java.sql.SQLException;
import java.util.List;

import dev.orm.journal.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.keyed;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A key that numbers rows runs out of integers: it becomes a bigint, with the foreign
 * keys that point to it, those of its own table included.
 */
class KeyTypeTests extends ShopCommands {

	private static final String CATEGORY_ROW = "INSERT INTO shop_category (name, parent_id) VALUES ('more', 1)";

	private static final String PRODUCT_ROW = "INSERT INTO shop_product (name, category_id) "
			+ "SELECT 'more', max(id) FROM shop_category";

	@BeforeEach
	void rowsWithSmallKeys() {
		this.models = keyed(Integer.class, NAME, CATEGORY);
		make();
		migrator().migrate();
		this.database.execute("INSERT INTO shop_category (name) VALUES ('all')", CATEGORY_ROW, PRODUCT_ROW);
		this.models = keyed(Long.class, NAME, CATEGORY);
	}

	/** Nothing drifts, and rows are written, changed and deleted as before. */
	private void works(String place) throws SQLException {
		assertThat(migrator().drift().changes()).as(place).isEmpty();
		this.database.execute(CATEGORY_ROW, PRODUCT_ROW, "UPDATE shop_category SET name = name || '.' WHERE id = 1",
				CATEGORY_ROW, "DELETE FROM shop_category WHERE id = (SELECT max(id) FROM shop_category)");
		assertThat(
				this.database.texts("SELECT count(*) FROM shop_product LEFT JOIN shop_category c ON c.id = category_id "
						+ "WHERE c.id IS NULL"))
			.as(place)
			.containsExactly("0");
	}

	private List<String> types() throws SQLException {
		return this.database
			.texts("SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema = current_schema() "
					+ "AND table_name LIKE 'shop%' AND column_name IN ('parent_id', 'category_id') "
					+ "OR table_name = 'shop_category' AND column_name = 'id'");
	}

	@Test
	void aKeyGrowsWithWhatPointsToItThereAndBack() throws SQLException {
		make();
		migrator().migrate();
		works("after");
		assertThat(types()).containsExactly("bigint");
		this.database.execute("INSERT INTO shop_category (id, name) VALUES (3000000000, 'far')");
		this.database.execute("DELETE FROM shop_category WHERE id = 3000000000");
		migrator().rollBack(new Version("1"));
		works("back");
		assertThat(types()).containsExactly("integer");
	}

	@Test
	void aKeyInUseGrowsByASecondColumn() throws SQLException {
		make("--online");
		assertThat(this.said).doesNotContain("lock-rewrite", "lock-unique", "lock-index-drop", "data-loss")
			.contains("~ column shop_category.id_new -> id", "~ column shop_product.category_id_new -> category_id");
		int last = sources().journal().migrations().size();
		for (int version = 2; version <= last; version++) {
			migrator().migrate(new Version(String.valueOf(version)));
			works("at " + version);
		}
		assertThat(types()).containsExactly("bigint");
		assertThat(this.database.texts("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%bond'"))
			.containsExactly("0");
		assertThat(this.database.texts("SELECT conname FROM pg_constraint WHERE contype IN ('p', 'f') AND "
				+ "conrelid::regclass::text LIKE 'shop%' ORDER BY 1"))
			.containsExactly("shop_category_parent_id_fkey", "shop_category_pkey", "shop_product_category_id_fkey",
					"shop_product_pkey");
		for (int version = last - 1; version >= 1; version--) {
			migrator().rollBack(new Version(String.valueOf(version)));
			works("back at " + version);
		}
		assertThat(types()).containsExactly("integer");
	}

}
