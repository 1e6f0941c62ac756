package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import org.jspecify.annotations.Nullable;

/**
 * A read on the server that was chosen for it. Used by one thread.
 */
public final class Reading {

	private final Replicas replicas;

	private final int replica;

	private final Destination destination;

	private final @Nullable WorkReads reads;

	Reading(Replicas replicas, int replica, Destination destination, @Nullable WorkReads reads) {
		this.replicas = replicas;
		this.replica = replica;
		this.destination = destination;
		this.reads = reads;
	}

	/**
	 * Return where it goes, and why.
	 * @return the destination
	 */
	public Destination destination() {
		return this.destination;
	}

	/**
	 * Borrow a connection of the server's pool.
	 * @return the connection, to be closed
	 * @throws SQLException if there is none
	 */
	public Connection open() throws SQLException {
		return this.replicas.open(this.replica, this);
	}

	/**
	 * Take in that the read failed.
	 * @param error how
	 * @return the read on the primary instead; null if the error is not one of a replica
	 */
	public @Nullable Reading elsewhere(SQLException error) {
		if (this.replica == Cluster.NONE || !Failures.isOfReplica(error)) {
			return null;
		}
		failed(error);
		gaveBack();
		return new Reading(this.replicas, Cluster.NONE, Destination.primary(reason(error)), this.reads);
	}

	private ReadReason reason(SQLException error) {
		if (Failures.isReadOnly(error)) {
			// a function in it writes: only the server said so
			return ReadReason.WRITE;
		}
		return this.replicas.isBusy(this.replica, error) ? ReadReason.BUSY : ReadReason.OUT;
	}

	/**
	 * Take in that a statement failed.
	 * @param error how
	 */
	public void failed(SQLException error) {
		if (this.replica != Cluster.NONE) {
			this.replicas.failed(this.replica, error);
		}
	}

	/** Take in that nobody has its connection any more. */
	public void gaveBack() {
		this.replicas.takeBack(this.replica, this);
	}

	/** Take in what was seen so far. */
	void saw() {
		if (this.replica == Cluster.NONE) {
			Replicas.sawPrimary(this.reads);
		}
	}

	/**
	 * Take in that it is over: of what the primary showed, later reads must not miss
	 * anything.
	 */
	public void end() {
		gaveBack();
		this.replicas.count(this.destination);
		saw();
		switch (this.destination.reason()) {
			case OWN_WRITE -> this.replicas.demand();
			case WRITE -> this.replicas.wrote();
			default -> {
			}
		}
	}

}
