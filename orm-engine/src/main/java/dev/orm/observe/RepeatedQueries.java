package dev.orm.observe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import dev.orm.observe.WorkStatements.PlanRuns;
import dev.orm.work.ThreadMark;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds queries that should have been one (N+1), within a unit of work, or a transaction
 * outside of any: the same plan from the same place. Each finding is told of once per
 * place. Thread-safe.
 */
public final class RepeatedQueries {

	/** The logger of findings. */
	public static final String LOGGER = "dev.orm.sql.repeated";

	private static final int MOST_FINDINGS = 100;

	private static final int MOST_SITES = 4_096;

	private static final int SAME = 3;

	private static final Logger logger = LoggerFactory.getLogger(LOGGER);

	private static final ThreadMark ALLOWED = new ThreadMark();

	private final Mode mode;

	private final int threshold;

	private final List<String> ignored;

	private final Map<String, CallSite> firstSites = new ConcurrentHashMap<>();

	private final Map<Place, RepeatedFinding> findings = new ConcurrentHashMap<>();

	private final Map<RepeatedKind, LongAdder> counts = new EnumMap<>(RepeatedKind.class);

	/**
	 * Create the finder.
	 * @param mode what to do about a finding
	 * @param threshold from how many on it is one
	 * @param ignored the packages and classes of places to ignore, with a star for any
	 * rest, such as {@code shop.jobs.*}
	 */
	public RepeatedQueries(Mode mode, int threshold, List<String> ignored) {
		this.mode = mode;
		this.threshold = threshold;
		this.ignored = List.copyOf(ignored);
		for (RepeatedKind kind : RepeatedKind.values()) {
			this.counts.put(kind, new LongAdder());
		}
	}

	/**
	 * Allow queries of some work to repeat themselves.
	 * @param work the work, on this thread
	 */
	public static void allow(Runnable work) {
		RepeatedQueries.<@Nullable Object>allow(() -> {
			work.run();
			return null;
		});
	}

	/**
	 * Allow queries of some work to repeat themselves.
	 * @param <T> the answer
	 * @param work the work, on this thread
	 * @return its answer
	 */
	public static <T extends @Nullable Object> T allow(Supplier<T> work) {
		return ALLOWED.during(work);
	}

	/**
	 * Count a statement.
	 * @throws RepeatedQueriesException if it is one too many
	 */
	void count(QueryEvent event, WorkStatements work) {
		PlanRuns runs = work.add(event);
		if (this.mode == Mode.OFF || runs == null) {
			return;
		}
		rememberSite(event.sql());
		int values = Arrays.deepHashCode(event.values().toArray());
		if (runs.count() < 2) {
			// of the first run only the values are known; the place is taken to be that
			// of the second
			runs.at(new SameValues(values, work.writes()));
			return;
		}
		CallSite site = ALLOWED.holds() ? null : CallSite.find();
		if (site != null && !isIgnored(site)) {
			look(event, work, runs, new Seen(site, values));
		}
	}

	private void rememberSite(String sql) {
		if (this.firstSites.size() < MOST_SITES && !this.firstSites.containsKey(sql)) {
			CallSite site = CallSite.find();
			if (site != null) {
				this.firstSites.put(sql, site);
			}
		}
	}

	private boolean isIgnored(CallSite site) {
		return this.ignored.stream()
			.anyMatch((name) -> name.endsWith("*") ? site.type().startsWith(name.substring(0, name.length() - 1))
					: site.type().equals(name));
	}

	private void look(QueryEvent event, WorkStatements work, PlanRuns runs, Seen seen) {
		int same = runs.at(new SameValues(seen.values(), work.writes()));
		if (asks(event) && same == Math.min(SAME, this.threshold)) {
			found(RepeatedKind.SAME, event, work, seen.site(), same);
		}
		RepeatedKind kind = RepeatedKind.of(event);
		if (kind == null || (kind == RepeatedKind.GET && same > 1)) {
			return;
		}
		int count = 1 + runs.at(new PlaceOfKind(seen.site(), kind));
		if (count == this.threshold) {
			found(kind, event, work, seen.site(), count);
		}
		else if (count > this.threshold) {
			this.findings.computeIfPresent(new Place(kind, what(kind, event), seen.site()),
					(place, known) -> known.again(count));
		}
	}

	/**
	 * Whether it is the application that asks, and not an instance that lacks something.
	 */
	private static boolean asks(QueryEvent event) {
		return !event.operation().isWrite() && switch (event.purpose().kind()) {
			case PLAIN, GET, RELATED -> true;
			case PEERS, ONE_OF_MANY, SINGLE, PREFETCHED, WRITE -> false;
		};
	}

	private void found(RepeatedKind kind, QueryEvent event, WorkStatements work, CallSite site, int count) {
		Objects.requireNonNull(this.counts.get(kind)).increment();
		Place place = new Place(kind, what(kind, event), site);
		RepeatedFinding finding = finding(place, event, work, count);
		boolean fresh = this.findings.size() < MOST_FINDINGS && this.findings.putIfAbsent(place, finding) == null;
		if (this.mode == Mode.FAIL && !event.failed()) {
			throw new RepeatedQueriesException(finding);
		}
		if (fresh) {
			logger.warn("{}", finding.message());
		}
		else {
			this.findings.computeIfPresent(place, (same, known) -> known.again(count));
		}
	}

	private static String what(RepeatedKind kind, QueryEvent event) {
		boolean relation = kind == RepeatedKind.RELATION || kind == RepeatedKind.RELATED_MANAGER;
		return relation ? event.purpose().subject() : event.collection();
	}

	private RepeatedFinding finding(Place place, QueryEvent event, WorkStatements work, int count) {
		String owners = event.purpose().origin();
		String read = (!owners.isEmpty() && place.kind() != RepeatedKind.SAME) ? work.lastRead(owners) : null;
		CallSite source = (read != null) ? this.firstSites.get(read) : null;
		return new RepeatedFinding(place.kind(), place.what(), count, place.site().place(),
				(source != null) ? source.place() : "", place.kind().advice(event), StatementId.of(event.sql()),
				Instant.now());
	}

	/**
	 * Return what was found.
	 * @return the findings, at most a hundred, the latest first
	 */
	public List<RepeatedFinding> findings() {
		return this.findings.values().stream().sorted(Comparator.comparing(RepeatedFinding::last).reversed()).toList();
	}

	/**
	 * Return how often queries of a kind repeated themselves.
	 * @param kind the kind
	 * @return the number of units of work and places, since the start
	 */
	public long count(RepeatedKind kind) {
		return Objects.requireNonNull(this.counts.get(kind)).sum();
	}

	/** Forget what was found; it will be told of again. */
	public void clear() {
		this.findings.clear();
	}

	/** What to do about queries that repeat themselves. */
	public enum Mode {

		/** Log a warning, once for each place. */
		LOG,
		/** Raise {@link RepeatedQueriesException}. */
		FAIL,
		/** Nothing; they are counted only. */
		OFF

	}

	private record Place(RepeatedKind kind, String what, CallSite site) {

	}

	private record PlaceOfKind(CallSite site, RepeatedKind kind) {

	}

	private record SameValues(int hash, int writes) {

	}

	private record Seen(CallSite site, int values) {

	}

}
