package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

import dev.orm.cluster.WorkReads.Seen;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.cluster.wal.WalPosition;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.work.Moment;
import dev.orm.work.Slot;
import dev.orm.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The primary and the replicas of a database. A read gets a replica that has all its unit
 * of work wrote, or the primary. What is known of the servers is asked by the monitor,
 * never by the caller. Thread-safe.
 */
public final class Replicas implements AutoCloseable {

	private final String alias;

	private final PrimaryServer primary;

	private final List<ReplicaServer> servers;

	private final ReplicaSettings settings;

	private final ServerQuestions questions;

	/** What readers have of each replica. */
	private final List<LentConnections> lent;

	private volatile ClusterMonitor monitor;

	private final ReadCounts counts;

	private final RoutedDataSource dataSource;

	/** Tells the time of a write that was acknowledged. */
	private final LongSupplier clock;

	/** When this process last wrote. */
	private final AtomicLong written = new AtomicLong(Moment.NEVER);

	/** When a thread of this process last wrote outside of any unit of work. */
	private final AtomicLong writtenOutside = new AtomicLong(Moment.NEVER);

	private final Slot<WorkReads> reads = Slot.of(WorkReads.class,
			(unit) -> new WorkReads(unit.openedAt(), this.writtenOutside.get()));

	/**
	 * Describe the servers of a database. They are watched from {@link #start()} on;
	 * until then the primary answers all.
	 * @param alias the alias of the database
	 * @param primary the server that is written to
	 * @param servers the replicas
	 * @param settings how they are used
	 */
	public Replicas(String alias, PrimaryServer primary, List<ReplicaServer> servers, ReplicaSettings settings) {
		this(alias, primary, servers, settings, new ServerQuestions(), Moment::now);
	}

	Replicas(String alias, PrimaryServer primary, List<ReplicaServer> servers, ReplicaSettings settings,
			ServerQuestions questions, LongSupplier clock) {
		this.clock = clock;
		this.alias = alias;
		this.primary = primary;
		this.servers = List.copyOf(servers);
		this.settings = settings;
		this.questions = questions;
		this.lent = servers.stream().map((server) -> new LentConnections()).toList();
		this.monitor = new ClusterMonitor(alias, primary, this.servers, settings, questions, this.lent);
		this.counts = new ReadCounts();
		this.dataSource = new RoutedDataSource(this);
	}

	/**
	 * Watch the servers.
	 */
	public void start() {
		this.monitor.start();
	}

	/** Watch the servers no longer: the primary answers all. */
	@Override
	public void close() {
		ClusterMonitor last = this.monitor;
		this.monitor = new ClusterMonitor(this.alias, this.primary, this.servers, this.settings, this.questions,
				this.lent);
		last.close();
	}

	/**
	 * Return the alias of the database.
	 * @return the alias
	 */
	public String alias() {
		return this.alias;
	}

	/**
	 * Return the data source for transactions, and for whoever else asks for connections:
	 * read-only ones are of a replica where one is fit, all others of the primary, which
	 * is connected at the first statement only.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	PrimaryServer primary() {
		return this.primary;
	}

	/**
	 * Return how the replicas are used.
	 * @return the settings
	 */
	public ReplicaSettings settings() {
		return this.settings;
	}

	/**
	 * Return what is known of the servers now. No server is asked.
	 * @return a snapshot
	 */
	public Cluster cluster() {
		return this.monitor.cluster();
	}

	/**
	 * Return how many reads went where.
	 * @return the counts
	 */
	public ReadCounts counts() {
		return this.counts;
	}

	/**
	 * Choose a server for a read outside of any transaction.
	 * @return the read, to be ended
	 */
	public Reading read() {
		return (this.settings.reads() == Reads.AUTOMATIC) ? choose() : onPrimary(ReadReason.ASKED);
	}

	/** Choose a server for a read-only transaction. */
	Reading transaction(boolean serializable) {
		if (serializable) {
			// a standby refuses it
			return onPrimary(ReadReason.TRANSACTION);
		}
		return (this.settings.reads() == Reads.PRIMARY) ? onPrimary(ReadReason.ASKED) : choose();
	}

	/**
	 * Read from the primary.
	 * @param reason why
	 * @return the read, to be ended
	 */
	public Reading onPrimary(ReadReason reason) {
		return new Reading(this, Cluster.NONE, Destination.primary(reason), workReads());
	}

	/**
	 * Read from any replica within the lag limit, also after a write; from the primary if
	 * there is none.
	 * @return the read, to be ended
	 */
	public Reading onReplica() {
		Cluster cluster = cluster();
		int found = cluster.findAny(turn(cluster));
		return (found != Cluster.NONE) ? new Reading(this, found, to(found, ReadReason.ASKED), null)
				: onPrimary(cluster.refusal());
	}

	private Reading choose() {
		WorkReads work = workReads();
		return (work != null) ? choose(work) : chooseAlone();
	}

	private Reading chooseAlone() {
		Need need = switch (this.settings.freshness()) {
			case OWN -> Need.since(this.written.get());
			case REQUEST -> Need.since(Moment.now());
			case EVENTUAL -> Need.NONE;
		};
		return reading(find(need), null);
	}

	private int find(Need need) {
		return this.monitor.find(need, turn(cluster()), this.settings.patience().toNanos());
	}

	private Reading choose(WorkReads work) {
		while (true) {
			Seen seen = work.seen();
			Need need = need(work, seen);
			int found = (seen.replica() == Cluster.NONE) ? find(need) : again(seen, need);
			if (found == Cluster.NONE || found == seen.replica() || stays(work, seen, need, found)) {
				return reading(found, work);
			}
		}
	}

	private boolean stays(WorkReads work, Seen seen, Need need, int found) {
		ReplicaState state = cluster().replicas().get(found);
		return state.serves(need) && work.stay(seen, found, state.life());
	}

	/** Within a unit of work time never runs backwards: no other replica is tried. */
	private int again(Seen seen, Need need) {
		ReplicaState state = cluster().replicas().get(seen.replica());
		if (state.life() == seen.life() && state.serves(need)) {
			return seen.replica();
		}
		return Cluster.NONE;
	}

	private Need need(WorkReads work, Seen seen) {
		return switch (this.settings.freshness()) {
			case OWN -> seen.need().and(seen.read());
			case REQUEST -> seen.need().and(seen.read()).and(work.openedAt());
			case EVENTUAL -> Need.since(seen.read());
		};
	}

	private Reading reading(int found, @Nullable WorkReads work) {
		return (found != Cluster.NONE) ? new Reading(this, found, to(found, ReadReason.FRESH), work)
				: new Reading(this, Cluster.NONE, Destination.primary(cluster().refusal()), work);
	}

	private Destination to(int replica, ReadReason reason) {
		return new Destination(this.servers.get(replica).name(), reason);
	}

	private static int turn(Cluster cluster) {
		return ThreadLocalRandom.current().nextInt(cluster.turns().size());
	}

	private @Nullable WorkReads workReads() {
		UnitOfWork unit = UnitOfWork.current();
		return (unit != null) ? unit.get(this.reads) : null;
	}

	Connection open(int replica, Reading reading) throws SQLException {
		return (replica == Cluster.NONE) ? this.primary.pool().getConnection()
				: this.servers.get(replica).open(this.lent.get(replica), reading);
	}

	void takeBack(int replica, Reading reading) {
		if (replica != Cluster.NONE) {
			this.lent.get(replica).takeBack(reading);
		}
	}

	/**
	 * Take in that this thread wrote, or may have: reads must show it from now on. After
	 * the commit is acknowledged, and before the caller is told.
	 */
	public void wrote() {
		wrote(this.clock.getAsLong());
	}

	private void wrote(long moment) {
		WorkReads work = workReads();
		this.written.accumulateAndGet(moment, Math::max);
		if (work != null) {
			work.wrote(moment);
		}
		else {
			this.writtenOutside.accumulateAndGet(moment, Math::max);
		}
	}

	/**
	 * Ask how far the replicas are, for a reader that was turned away. After its read:
	 * what it saw of the primary is what it needs next.
	 */
	void demand() {
		this.monitor.demand();
	}

	/** Take in that this thread read from the primary in a transaction. */
	void sawPrimary() {
		sawPrimary(workReads());
	}

	static void sawPrimary(@Nullable WorkReads work) {
		if (work != null) {
			work.read(Moment.now());
		}
	}

	/**
	 * Take in that a statement failed on a replica.
	 * @param replica the number of the replica
	 * @param error how
	 */
	void failed(int replica, SQLException error) {
		if (Failures.losesServer(error) && !isBusy(replica, error)) {
			this.monitor.lose(replica, "a statement failed: " + error.getMessage());
		}
	}

	/** Return whether a replica is well, and has more readers than connections. */
	boolean isBusy(int replica, SQLException error) {
		return this.servers.get(replica).isBusy(error);
	}

	/** Return whether the current unit of work wrote. */
	boolean isWritten() {
		WorkReads work = workReads();
		return work != null && work.seen().hasWritten();
	}

	/** Return whether the current unit of work wrote or was told something since. */
	boolean isChangedSince(long moment) {
		WorkReads work = workReads();
		return work != null && work.seen().need().isNewerThan(moment);
	}

	/**
	 * Return where the log ends that holds what the current unit of work wrote and was
	 * told.
	 * @return the position; null if it wrote nothing and was told nothing
	 */
	@Nullable WalPosition neededPosition() {
		WorkReads work = workReads();
		if (work == null) {
			return null;
		}
		Seen seen = work.seen();
		if (seen.hasWritten()) {
			return this.questions.end(this.primary.pool()).orElseGet(this::unreached);
		}
		long told = seen.need().position();
		return (told > 0) ? new WalPosition(cluster().primary().timeline(), told) : null;
	}

	/** What the primary wrote that now does not answer. */
	private WalPosition unreached() {
		return new WalPosition(cluster().primary().timeline(), WalPosition.UNREACHED);
	}

	/**
	 * Let the current unit of work see what is told of.
	 * @throws IllegalQueryException outside of any
	 */
	void require(WalPosition told) {
		WorkReads work = workReads();
		if (work == null) {
			throw new IllegalQueryException(
					"A consistency token is of a unit of work, and none is open. hint: UnitOfWork.open()",
					Subject.ofArgument("token"));
		}
		long now = Moment.now();
		boolean known = told.timeline() <= cluster().primary().timeline();
		work.require((need) -> known ? need.andPosition(told.position(), now) : need.and(now));
	}

	/**
	 * Take in that the primary refused a write since it only reads: it is a standby now.
	 * Its connections are closed once they come back, so that new ones find the new
	 * primary.
	 */
	public void demoted() {
		this.monitor.demoted();
		PrimaryPool.evict(this.primary.pool());
	}

	/**
	 * Count a read.
	 * @param destination where it went
	 */
	public void count(Destination destination) {
		this.counts.add(destination);
	}

}
