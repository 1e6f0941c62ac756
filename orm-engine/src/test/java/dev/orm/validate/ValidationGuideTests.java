package dev.orm.validate;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.persist.SaveOptions;
import dev.orm.test.TestDatabase;
import dev.orm.validate.Shelf.Item;
import dev.orm.validate.Shelf.Maker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;

import static dev.orm.validate.ItemPath.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

/** The examples of the page on validation. */
class ValidationGuideTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Shelf.SCHEMA);

	private final Manager<Item> items = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Item.class, Maker.class))
		.build()
		.manager(Item.class);

	@Test
	void validate() {
		// tag::validate[]
		Item lamp = Item.of("A1", "Lamp", "9.90");
		this.items.save(lamp, SaveOptions::validating);

		Item other = Item.of("A1", "Lanterns", "9.90");
		ValidationErrors errors = this.items.validate(other);
		assertThat(errors.byField().get("sku")).containsExactly("Item with this Sku already exists.");
		assertThat(errors.codes()).containsExactly("max_length", "unique");
		assertThat(this.items.validate(other, (how) -> how.only(ITEM.price)).isEmpty()).isTrue();
		// end::validate[]
	}

	@Test
	void explain() {
		this.items.save(Item.of("B1", "Lamp", "9.90"));
		Item item = Item.of("B1", "Lamp", "9.90");
		ValidationErrors errors = ValidationErrors.NONE;
		// tag::explain[]
		try {
			this.items.save(item);
		}
		catch (DataIntegrityViolationException ex) {
			errors = this.items.explain(ex);
		}
		// end::explain[]
		assertThat(errors.codes()).containsExactly("unique");
	}

}
