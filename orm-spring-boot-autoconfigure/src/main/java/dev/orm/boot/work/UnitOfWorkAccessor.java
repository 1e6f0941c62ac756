package dev.orm.boot.work;

import dev.orm.work.UnitOfWork;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Carries the unit of work of a thread to others, wherever Micrometer's context
 * propagation is on. Found by its {@code ServiceLoader}.
 *
 * @since 0.1.0
 */
public final class UnitOfWorkAccessor implements ThreadLocalAccessor<UnitOfWork> {

	/** What the unit is called in a snapshot. */
	public static final String KEY = "dev.orm.unit-of-work";

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable UnitOfWork getValue() {
		return UnitOfWork.current();
	}

	@Override
	public void setValue(UnitOfWork unit) {
		UnitOfWork.enter(unit);
	}

	@Override
	public void setValue() {
		UnitOfWork.enter(null);
	}

}
