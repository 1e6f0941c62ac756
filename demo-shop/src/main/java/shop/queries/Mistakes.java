package shop.queries;

import dev.orm.Manager;
import dev.orm.Orm;
import shop.order.OrderItem;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.order.OrderItemPath.ORDER_ITEM;

/** What nobody should do, to see that it is noticed. */
@Service
@Transactional(readOnly = true)
class Mistakes {

	private final Orm orm;

	private final Manager<OrderItem> items;

	Mistakes(Orm orm, Manager<OrderItem> items) {
		this.orm = orm;
		this.items = items;
	}

	/** Get rows one by one whose keys are known: {@code inBulk} gets them at once. */
	void oneByOne() {
		this.items.flat(ORDER_ITEM.id).list().forEach((key) -> this.items.get(ORDER_ITEM.id.eq(key)));
	}

	/** Run a statement that takes longer than {@code orm.slow-query.threshold}. */
	void slow() {
		this.orm.sql("SELECT count(*) FROM shop_product, pg_sleep(:seconds)").param("seconds", 0.2).flat(Long.class);
	}

}
