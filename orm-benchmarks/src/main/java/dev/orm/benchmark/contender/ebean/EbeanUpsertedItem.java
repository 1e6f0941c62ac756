package dev.orm.benchmark.contender.ebean;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An item whose key the database answers: an upsert learns the keys of rows that were
 * there only so.
 */
@Entity
@Table(name = "bench_item")
public class EbeanUpsertedItem extends EbeanItemBase {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	static EbeanUpsertedItem of(ItemValues values) {
		EbeanUpsertedItem item = new EbeanUpsertedItem();
		item.take(values);
		return item;
	}

	public Long getId() {
		return this.id;
	}

}
