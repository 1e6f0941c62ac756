package dev.orm.cluster;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import dev.orm.work.Moment;

/** Shows what is known of a cluster, and wakes who waits for news. Thread-safe. */
final class ClusterBoard {

	private final AtomicReference<Cluster> shown;

	private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

	ClusterBoard(Cluster first) {
		this.shown = new AtomicReference<>(first);
	}

	Cluster cluster() {
		return Objects.requireNonNull(this.shown.get());
	}

	void primary(UnaryOperator<PrimaryState> change) {
		this.shown.updateAndGet((cluster) -> cluster.with(change.apply(cluster.primary())));
		wake();
	}

	void replica(int number, UnaryOperator<ReplicaState> change) {
		this.shown.updateAndGet((cluster) -> cluster.with(number, change));
		wake();
	}

	/**
	 * Show what a watch found out, unless a reader lost the replica meanwhile.
	 * @param life the life of the replica that it was found in
	 * @return whether it is shown
	 */
	boolean replica(int number, int life, ReplicaState found) {
		Cluster next = this.shown.updateAndGet((cluster) -> (cluster.replicas().get(number).life() == life)
				? cluster.with(number, (state) -> found) : cluster);
		wake();
		return next.replicas().get(number).equals(found);
	}

	private void wake() {
		for (Thread thread : this.waiting) {
			LockSupport.unpark(thread);
		}
	}

	/** Wait for a replica that shows what is needed, until a moment. */
	int await(Need need, int turn, long until) {
		Thread reader = Thread.currentThread();
		this.waiting.add(reader);
		try {
			int found = cluster().find(need, turn);
			while (found == Cluster.NONE && Moment.now() < until && !reader.isInterrupted()) {
				LockSupport.parkNanos(this, until - Moment.now());
				found = cluster().find(need, turn);
			}
			return found;
		}
		finally {
			this.waiting.remove(reader);
		}
	}

}
