package dev.orm.cluster;

import java.util.ArrayList;
import java.util.List;

import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.work.Moment;

/**
 * Keeps knowing which replica has what: it notes the time, asks the primary where its log
 * ends, and the replicas whether they are there. One daemon thread for each server.
 * Thread-safe.
 */
final class ClusterMonitor {

	private final ClusterBoard board;

	private final List<ReplicaWatch> replicas = new ArrayList<>();

	private final PrimaryWatch primary;

	private final List<Thread> threads = new ArrayList<>();

	ClusterMonitor(String alias, PrimaryServer primary, List<ReplicaServer> servers, ReplicaSettings settings,
			ServerQuestions questions, List<LentConnections> lent) {
		this.board = new ClusterBoard(Cluster.unknown(servers));
		for (int i = 0; i < servers.size(); i++) {
			ReplicaWatch watch = new ReplicaWatch(i, servers.get(i), questions, this.board, settings.maxLag(),
					lent.get(i), alias);
			this.replicas.add(watch);
			this.threads.add(thread(watch, "orm-" + alias + "-" + servers.get(i).name()));
		}
		this.primary = new PrimaryWatch(primary, questions, this.board, this.replicas, alias);
		this.threads.add(thread(this.primary, "orm-" + alias + "-primary"));
	}

	private static Thread thread(Runnable watch, String name) {
		Thread thread = new Thread(watch, name);
		thread.setDaemon(true);
		return thread;
	}

	void start() {
		this.threads.forEach(Thread::start);
	}

	void close() {
		this.primary.close();
		this.replicas.forEach(ReplicaWatch::close);
	}

	Cluster cluster() {
		return this.board.cluster();
	}

	/**
	 * Find a replica that shows what is needed. If there is none, it is waited for as
	 * long as allowed.
	 */
	int find(Need need, int turn, long patience) {
		int found = cluster().find(need, turn);
		if (found != Cluster.NONE || patience <= 0) {
			return found;
		}
		this.primary.demand();
		return this.board.await(need, turn, Moment.now() + patience);
	}

	/** Ask the servers soon. */
	void demand() {
		this.primary.demand();
	}

	void lose(int replica, String reason) {
		this.board.replica(replica, (state) -> state.out(reason));
	}

	void demoted() {
		this.board.primary((state) -> state.becoming(PrimaryState.PrimaryCondition.DEMOTED));
		this.primary.demand();
	}

}
