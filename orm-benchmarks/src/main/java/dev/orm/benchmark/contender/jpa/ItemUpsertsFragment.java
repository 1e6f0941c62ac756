package dev.orm.benchmark.contender.jpa;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Upserts by HQL, many rows a statement. Found by Spring Data by its name. */
class ItemUpsertsFragment implements ItemUpserts {

	/** Five parameters a row, of the 32,767 a statement may have. */
	private static final int ROWS = 1000;

	private static final String UPSERT = "insert into SkuItem (sku, name, price, quantity, createdAt) values "
			+ IntStream.range(0, ROWS)
				.mapToObj((row) -> "(:sku%1$d, :name%1$d, :price%1$d, :quantity%1$d, :created%1$d)".formatted(row))
				.collect(Collectors.joining(", "))
			+ " on conflict (sku) do update set name = excluded.name, price = excluded.price,"
			+ " quantity = excluded.quantity";

	private final EntityManager session;

	ItemUpsertsFragment(EntityManager session) {
		this.session = session;
	}

	@Override
	public void upsertAll(List<ItemValues> items) {
		for (int i = 0; i < items.size(); i += ROWS) {
			Query query = this.session.createQuery(UPSERT);
			for (int row = 0; row < ROWS; row++) {
				bind(query, row, items.get(i + row));
			}
			query.executeUpdate();
		}
	}

	private static void bind(Query query, int row, ItemValues item) {
		query.setParameter("sku" + row, item.sku());
		query.setParameter("name" + row, item.name());
		query.setParameter("price" + row, item.price());
		query.setParameter("quantity" + row, item.quantity());
		query.setParameter("created" + row, item.createdAt());
	}

}
