package dev.orm.write;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.CompiledQuery;
import dev.orm.error.RowsLostException;
import dev.orm.error.ValueConversionException;
import dev.orm.execute.RowsHandler;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.instance.InstanceUndo;
import dev.orm.instance.WriteModel;
import dev.orm.load.ValuesUndo;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.observe.Purpose;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;
import dev.orm.transaction.Atomic;
import org.jspecify.annotations.Nullable;

/** Runs the statements of this room, and several of them as one. Thread-safe. */
public final class StatementSender {

	private final StatementRunner runner;

	private final Atomic atomic;

	public StatementSender(StatementRunner runner, Atomic atomic) {
		this.runner = runner;
		this.atomic = atomic;
	}

	public int update(CompiledQuery plan, Operation operation, List<? extends @Nullable Object> values, Route route) {
		return this.runner.update(call(plan, operation, values, route));
	}

	public <R extends @Nullable Object> R query(CompiledQuery plan, Operation operation,
			List<? extends @Nullable Object> values, Route route, RowsHandler<R> handler) {
		return this.runner.query(call(plan, operation, values, route), handler);
	}

	/** Write the row of one instance. */
	public int updateOne(CompiledQuery plan, Operation operation, List<? extends @Nullable Object> values,
			Route route) {
		return this.runner.update(call(plan, operation, values, route, Purpose.WRITE));
	}

	/** Write the row of one instance, and read what the database answers. */
	public <R extends @Nullable Object> R queryOne(CompiledQuery plan, Operation operation,
			List<? extends @Nullable Object> values, Route route, RowsHandler<R> handler) {
		return this.runner.query(call(plan, operation, values, route, Purpose.WRITE), handler);
	}

	public int update(BoundQuery query, Operation operation, Route route) {
		return query.plan().isEmpty() ? 0 : this.runner.update(call(query, operation, route));
	}

	public <R extends @Nullable Object> R query(BoundQuery query, Operation operation, Route route,
			RowsHandler<R> handler) {
		return this.runner.query(call(query, operation, route), handler);
	}

	private static StatementCall call(CompiledQuery plan, Operation operation, List<? extends @Nullable Object> values,
			Route route) {
		return call(plan, operation, values, route, Purpose.PLAIN);
	}

	private static StatementCall call(CompiledQuery plan, Operation operation, List<? extends @Nullable Object> values,
			Route route, Purpose purpose) {
		return new StatementCall(route, plan.sql(), plan.types(), values, operation, plan.table(), purpose);
	}

	private static StatementCall call(BoundQuery query, Operation operation, Route route) {
		Routes.requireOne(route, query.sources());
		return call(query.plan(), operation, query.values(), route);
	}

	/**
	 * Refuse to take an insert for done that stored fewer rows than were sent.
	 * @param owner the model whose table it is
	 * @param sent how many rows were sent
	 * @param stored how many the database says it stored
	 * @throws RowsLostException if they differ
	 */
	public static void requireAll(EntityModel owner, int sent, int stored) {
		if (stored != sent) {
			throw new RowsLostException(
					"%d %s sent to %s, but %d were stored: a trigger or rule drops rows, or puts them elsewhere"
						.formatted(sent, (sent == 1) ? "row was" : "rows were", owner.table(), stored),
					owner.name(), owner.table().toString());
		}
	}

	/**
	 * Run a write that changes instances. If it fails, or what is open around it rolls
	 * back, their keys, versions and being saved are as before.
	 */
	public <R extends @Nullable Object> R undoing(WriteModel model, Collection<? extends Model> instances, Route route,
			Supplier<R> work) {
		boolean outlives = this.runner.isInTransaction(route);
		return leaving(model, instances,
				() -> undoing(InstanceUndo.of(model.binding(), model.counted(), instances, outlives), route, work));
	}

	/**
	 * Run a write that leaves its instances as they are, so that there is nothing to
	 * undo. A value that is refused is told with its attribute.
	 */
	public <R extends @Nullable Object> R leaving(WriteModel model, Collection<? extends Model> instances,
			Supplier<R> work) {
		try {
			return work.get();
		}
		catch (ValueConversionException ex) {
			throw RefusedValue.placed(ex, model.model(), instances);
		}
	}

	/**
	 * Run a write that changes instances, and sets some of their fields by itself. If it
	 * fails, or what is open around it rolls back, these are as before, too, unless the
	 * user set them since.
	 */
	public <R extends @Nullable Object> R filling(WriteModel model, Collection<? extends Model> instances,
			Collection<FieldModel> computed, Route route, Supplier<R> work) {
		List<FieldModel> filled = model.filled(computed);
		return undoing(model, instances, route,
				filled.isEmpty() ? work : () -> filling(filled, instances, route, work));
	}

	/**
	 * What undoes the fields runs before what the write itself left to undo, so that it
	 * meets the handles of relations that the write made.
	 */
	private <R extends @Nullable Object> R filling(List<FieldModel> filled, Collection<? extends Model> instances,
			Route route, Supplier<R> work) {
		List<ValuesUndo> undo = instances.stream().map((instance) -> new ValuesUndo(instance, filled)).toList();
		try {
			R done = work.get();
			if (this.runner.isInTransaction(route)) {
				undo.forEach(ValuesUndo::changed);
				onRollback(route, () -> undo.forEach(ValuesUndo::run));
			}
			return done;
		}
		catch (RuntimeException | Error ex) {
			undo.forEach(ValuesUndo::run);
			throw ex;
		}
	}

	/** Run a write; if it fails, or what is open around it rolls back, undo it. */
	public <R extends @Nullable Object> R undoing(Runnable undo, Route route, Supplier<R> work) {
		onRollback(route, undo);
		try {
			return work.get();
		}
		catch (RuntimeException | Error ex) {
			undo.run();
			throw ex;
		}
	}

	/** Undo in memory what is done from now on, if the open transaction rolls back. */
	void onRollback(Route route, Runnable undo) {
		this.runner.onRollback(route, undo);
	}

	/**
	 * Run several statements so that all or none take effect; inside a transaction they
	 * are a part of it.
	 */
	public void together(Route route, Runnable work) {
		this.atomic.using(route.alias()).savepoint(false).run(work);
	}

	public <R extends @Nullable Object> R together(Route route, Supplier<R> work) {
		return this.atomic.using(route.alias()).savepoint(false).call(work);
	}

	/**
	 * Run a write and those who hear of it as one. Inside a transaction an exception of
	 * theirs is like any other of the caller's.
	 */
	public <R extends @Nullable Object> R heard(Route route, Supplier<R> work) {
		return this.atomic.using(route.alias()).inAtomicBlock() ? work.get() : together(route, work);
	}

	/** Run statements that may fail without breaking the transaction around. */
	public <R extends @Nullable Object> R apart(Route route, Supplier<R> work) {
		return this.atomic.using(route.alias()).call(work);
	}

}
