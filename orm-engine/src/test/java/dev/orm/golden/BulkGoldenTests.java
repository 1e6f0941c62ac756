package dev.orm.golden;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.OnConflict;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.acceptance.shop.Tag;
import dev.orm.acceptance.shop.User;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.SupplierPath.SUPPLIER;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static dev.orm.acceptance.shop.UserPath.USER;

/** Many rows at once, upserts, and deletes with what depends on the rows. */
class BulkGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Supplier> suppliers = orm.manager(Supplier.class);

	private final Manager<Tag> tags = orm.manager(Tag.class);

	@Test
	void manyRowsAreInsertedByOneStatement() {
		check("bulk/create", () -> this.suppliers.bulkCreate(List.of(supplier("A"), supplier("B"))));
		check("bulk/create-in-batches", () -> this.suppliers
			.bulkCreate(List.of(supplier("A"), supplier("B"), supplier("C")), (how) -> how.batchSize(2)));
	}

	@Test
	void rowsThatAreThereAreLeftOrUpdated() {
		check("bulk/ignore-conflicts",
				() -> this.tags.bulkCreate(List.of(tag("new"), tag("sale")), (how) -> how.ignoringConflicts()));
		check("bulk/ignore-conflicts-of-one-constraint",
				() -> this.tags.bulkCreate(List.of(tag("new"), tag("sale")), OnConflict.on(TAG.name).ignore()));
		check("bulk/update-conflicts", () -> this.suppliers.bulkCreate(List.of(supplier("A")),
				(how) -> how.updatingConflicts(List.of("id"), List.of("name", "rating"))));
	}

	@Test
	void manyRowsAreUpdatedByOneStatement() {
		check("bulk/update", () -> {
			List<Supplier> some = this.suppliers.orderBy("id").slice(0, 3).list();
			some.forEach((supplier) -> supplier.setRating(1.0));
			this.suppliers.bulkUpdate(some, "rating", "name");
		});
	}

	@Test
	void aRowIsFoundOrCreated() {
		check("bulk/get-or-create", () -> {
			this.tags.getOrCreate(TAG.name.is("unheard of"));
			this.tags.getOrCreate(TAG.name.is("unheard of"));
		});
		check("bulk/update-or-create",
				() -> this.suppliers.updateOrCreate(Map.of("name", "TechCorp"), Map.of("rating", 2.5)));
	}

	@Test
	void aDeleteTakesItsDependents() {
		check("bulk/delete-cascade", () -> orm.manager(Post.class).filter("pk__in", List.of(1, 2)).delete());
		check("bulk/delete-deep-cascade", () -> orm.manager(User.class).filter(USER.id.eq(2L)).delete());
	}

	@Test
	void savingInsertsAndUpdatesWhatIsThere() {
		check("bulk/save", () -> {
			Supplier supplier = supplier("S");
			this.suppliers.save(supplier);
			supplier.setName("T");
			this.suppliers.save(supplier);
			this.suppliers.save(supplier, (how) -> how.updateFields(List.of("name")));
			this.suppliers.save(supplier, SUPPLIER.rating.set(SUPPLIER.rating.plus(1)));
			this.suppliers.delete(supplier);
		});
	}

	private static Supplier supplier(String name) {
		Supplier supplier = new Supplier();
		supplier.setName(name);
		supplier.setRating(3.5);
		return supplier;
	}

	private static Tag tag(String name) {
		Tag tag = new Tag();
		tag.setName(name);
		return tag;
	}

	private static void check(String name, Runnable work) {
		// a sequence is not rolled back, so that keys would depend on what ran before
		database.execute("SELECT setval(pg_get_serial_sequence('shop_supplier', 'id'), 100)",
				"SELECT setval(pg_get_serial_sequence('shop_tag', 'id'), 100)");
		Golden.check(name, () -> Undone.work(orm, work));
	}

}
