package dev.orm.benchmark.contender.jpa;

import java.util.List;

import dev.orm.benchmark.model.ItemValues;

/** What derived queries cannot say about items. */
public interface ItemUpserts {

	/**
	 * Insert items or, by their unique column, update them.
	 * @param items the items
	 */
	void upsertAll(List<ItemValues> items);

}
