package dev.orm.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.orm.cluster.PrimaryState.PrimaryCondition;
import dev.orm.observe.ReadReason;

/**
 * The servers of a database at one moment: a reader looks at it without a lock.
 * Immutable.
 *
 * @param primary the server that is written to
 * @param replicas the others, in the order of configuration
 * @param turns the replicas' numbers, each as often as its weight
 */
public record Cluster(PrimaryState primary, List<ReplicaState> replicas, List<Integer> turns) {

	static final int NONE = -1;

	public Cluster {
		replicas = List.copyOf(replicas);
		turns = List.copyOf(turns);
	}

	static Cluster unknown(List<ReplicaServer> servers) {
		List<Integer> turns = new ArrayList<>();
		for (int i = 0; i < servers.size(); i++) {
			for (int turn = 0; turn < servers.get(i).weight(); turn++) {
				turns.add(i);
			}
		}
		return new Cluster(PrimaryState.UNKNOWN,
				servers.stream().map((server) -> ReplicaState.unknown(server.name())).toList(), turns);
	}

	/**
	 * Find a replica that shows what is needed.
	 * @param need what is needed
	 * @param turn any number from 0: where to begin looking
	 * @return the number of the replica, or {@link #NONE}
	 */
	int find(Need need, int turn) {
		for (int i = 0; i < this.turns.size(); i++) {
			int replica = this.turns.get((turn + i) % this.turns.size());
			if (this.replicas.get(replica).serves(need)) {
				return replica;
			}
		}
		return NONE;
	}

	/** Find a replica within the lag limit, whatever it shows. */
	int findAny(int turn) {
		for (int i = 0; i < this.turns.size(); i++) {
			int replica = this.turns.get((turn + i) % this.turns.size());
			if (this.replicas.get(replica).isUsable()) {
				return replica;
			}
		}
		return NONE;
	}

	/**
	 * Return how long a replica has lacked something that was committed.
	 * @param replica its number
	 * @return the age of the oldest commit it lacks, at most; empty if nobody knows: it
	 * is out or tells no positions, or the primary does not answer
	 */
	public Optional<Duration> lag(int replica) {
		ReplicaState state = this.replicas.get(replica);
		boolean known = this.primary.condition() == PrimaryCondition.UP
				&& (state.condition() == Condition.IN || state.condition() == Condition.LAGGING);
		return known ? Optional.of(state.lag()) : Optional.empty();
	}

	/** Say why no replica shows what is needed. */
	ReadReason refusal() {
		if (this.replicas.stream().anyMatch(ReplicaState::isUsable)) {
			return ReadReason.OWN_WRITE;
		}
		boolean late = this.replicas.stream().anyMatch((replica) -> replica.condition() == Condition.LAGGING);
		return late ? ReadReason.LAG : ReadReason.OUT;
	}

	Cluster with(PrimaryState next) {
		return new Cluster(next, this.replicas, this.turns);
	}

	Cluster with(int replica, UnaryOperator<ReplicaState> change) {
		List<ReplicaState> next = new ArrayList<>(this.replicas);
		next.set(replica, change.apply(next.get(replica)));
		return new Cluster(this.primary, next, this.turns);
	}

}
