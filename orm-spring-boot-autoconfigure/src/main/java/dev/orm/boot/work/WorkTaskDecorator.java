package dev.orm.boot.work;

import dev.orm.work.UnitOfWork;

import org.springframework.core.task.TaskDecorator;

/**
 * Lets a task work for the unit of work of who hands it over; one that nobody's unit
 * handed over is a unit itself, each time it runs. Thread-safe.
 *
 * @since 0.1.0
 */
public final class WorkTaskDecorator implements TaskDecorator {

	@Override
	public Runnable decorate(Runnable task) {
		return (UnitOfWork.current() != null) ? UnitOfWork.carry(task) : () -> UnitOfWork.run(task);
	}

}
