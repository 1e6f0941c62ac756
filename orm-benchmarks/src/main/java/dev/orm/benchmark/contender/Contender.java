package dev.orm.benchmark.contender;

import java.util.List;
import java.util.function.Consumer;

/**
 * A library under measurement. Each method is one operation of a workload and answers
 * what it read, so that the work cannot be optimized away. A method that is not
 * overridden is a workload the library is left out of; the report names it. Thread-safe.
 */
public interface Contender extends AutoCloseable {

	/** How many rows the workloads that read many rows read. */
	int ROWS = 1000;

	/** How many parents workload 4 reads. */
	int PARENTS = 100;

	/** How many rows the inserting workloads write. */
	int WRITES = 10_000;

	/** How many rows the updating workload writes. */
	int UPDATES = 1000;

	/** The highest customer key of the grouped workload. */
	int GROUPED = 500;

	/** How many rows workload 3 answers. */
	int PAGE = 20;

	/** How many rows the streaming workload reads. */
	int STREAMED = 1_000_000;

	/** How many rows are fetched at a time when streaming. */
	int CHUNK = 1000;

	/**
	 * Say why this is the library at its best.
	 * @return a sentence
	 */
	String note();

	/**
	 * Workload 1: read an order by its key.
	 * @param id the key
	 * @return the order
	 */
	default Object byKey(long id) {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 2: read a thousand orders as entities.
	 * @return the orders
	 */
	default List<?> entities() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 3: the twenty largest orders above a total, of active customers of a
	 * region. The query is built by each call.
	 * @param region the region's name
	 * @param above the total
	 * @return the orders
	 */
	default List<?> filtered(String region, int above) {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 4: read a hundred customers with their ten orders each.
	 * @return the customers
	 */
	default List<?> parents() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 5: read a thousand orders as records that hold a record of the customer.
	 * @return the records
	 */
	default List<?> nested() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 6: insert ten thousand items and learn their keys. The table is empty.
	 * @return the operation, its entities made
	 */
	default Runnable insert() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 7: write the price and the quantity of a thousand items.
	 * @return the operation, its entities loaded and changed
	 */
	default Runnable update() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 8: insert ten thousand items or, by their unique column, update them. Half
	 * are there.
	 * @return the operation, its entities made
	 */
	default Runnable upsert() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 9: count orders and sum their totals by the name of the region.
	 * @return a row for each region
	 */
	default List<?> grouped() {
		throw new LeftOutException("not done");
	}

	/**
	 * Workload 10: in a transaction lock an item and take one off its quantity.
	 * @param id its key
	 */
	default void lockAndUpdate(long id) {
		throw new LeftOutException("not done");
	}

	/**
	 * Stream: read all orders, of which there are a million, one after the other, and
	 * keep none.
	 * @param consumer takes each order
	 */
	default void stream(Consumer<Object> consumer) {
		throw new LeftOutException("not done");
	}

	/**
	 * Copy an order that was answered, to compare it with that of the baseline. Not
	 * measured.
	 * @param order what a workload answered
	 * @return its values
	 */
	default OrderRecord plainOrder(Object order) {
		return (OrderRecord) order;
	}

	/**
	 * Copy a customer that was answered with its orders. Not measured.
	 * @param customer what workload 4 answered
	 * @return its values
	 */
	default CustomerRecord plainCustomer(Object customer) {
		return (CustomerRecord) customer;
	}

	/**
	 * Copy a record of workload 5. Not measured.
	 * @param view what workload 5 answered
	 * @return its values
	 */
	default OrderView plainView(Object view) {
		return (OrderView) view;
	}

	@Override
	default void close() {
	}

}
