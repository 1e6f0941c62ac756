package dev.orm.work;

/**
 * The time a thread works for a {@link UnitOfWork}. Closing gives the thread back what it
 * worked for before; on the thread that opened it, and in reverse order.
 */
@FunctionalInterface
public interface WorkScope extends AutoCloseable {

	@Override
	void close();

}
