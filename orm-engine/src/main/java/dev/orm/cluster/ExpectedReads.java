package dev.orm.cluster;

import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.work.Slot;
import dev.orm.work.UnitOfWork;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The data source of a test whose application has replicas elsewhere: it tells where each
 * read would go, and lets the test's own database answer. The replica it thinks of has
 * all but what the reader's unit of work wrote. Thread-safe.
 */
public final class ExpectedReads extends DelegatingDataSource {

	private final String replica;

	private final ReplicaSettings settings;

	private final Slot<AtomicBoolean> written = Slot.of(AtomicBoolean.class, (unit) -> new AtomicBoolean());

	/** What a thread wrote outside of any unit. */
	private final AtomicBoolean writtenOutside = new AtomicBoolean();

	/**
	 * Wrap the data source of a test.
	 * @param target answers
	 * @param replica the replica that would
	 * @param settings how replicas are used
	 */
	public ExpectedReads(DataSource target, String replica, ReplicaSettings settings) {
		super(target);
		this.replica = replica;
		this.settings = settings;
	}

	/** A test begins: what others wrote is everywhere. */
	public void begin() {
		this.writtenOutside.set(false);
	}

	/** Take in that this thread wrote. */
	public void wrote() {
		flag().set(true);
	}

	private AtomicBoolean flag() {
		UnitOfWork unit = UnitOfWork.current();
		return (unit != null) ? unit.get(this.written) : this.writtenOutside;
	}

	/**
	 * Return where a read outside of transactions would go.
	 * @return the destination
	 */
	public Destination alone() {
		return (this.settings.reads() == Reads.AUTOMATIC) ? choose() : Destination.primary(ReadReason.ASKED);
	}

	/**
	 * Return where a read of a transaction would go.
	 * @param readOnly whether the transaction only reads
	 * @return the destination
	 */
	public Destination inTransaction(boolean readOnly) {
		if (!readOnly) {
			return Destination.primary(ReadReason.TRANSACTION);
		}
		return (this.settings.reads() == Reads.PRIMARY) ? Destination.primary(ReadReason.ASKED) : choose();
	}

	/**
	 * Return where a read would go that asks for a replica.
	 * @return the destination
	 */
	public Destination onReplica() {
		return new Destination(this.replica, ReadReason.ASKED);
	}

	private Destination choose() {
		boolean late = flag().get() && this.settings.freshness() != Freshness.EVENTUAL;
		return late ? Destination.primary(ReadReason.OWN_WRITE) : new Destination(this.replica, ReadReason.FRESH);
	}

}
