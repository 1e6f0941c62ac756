package dev.orm.benchmark.contender.ebean;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An item as an Ebean entity, its keys from a sequence a thousand at a time. */
@Entity
@Table(name = "bench_item")
public class EbeanItem extends EbeanItemBase {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ebeanItems")
	@SequenceGenerator(name = "ebeanItems", sequenceName = "bench_ebean_seq")
	private Long id;

	static EbeanItem of(ItemValues values) {
		EbeanItem item = new EbeanItem();
		item.take(values);
		return item;
	}

	public Long getId() {
		return this.id;
	}

}
