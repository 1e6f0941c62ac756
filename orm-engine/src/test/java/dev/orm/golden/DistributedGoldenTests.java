package dev.orm.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.expression.Q;
import dev.orm.observe.QueryLog;
import dev.orm.tenancy.Fleet;
import dev.orm.tenancy.Fleet.Trip;
import dev.orm.tenancy.Fleet.Truck;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.Functions.subquery;
import static dev.orm.Functions.sum;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.tenancy.TripPath.TRIP;
import static dev.orm.tenancy.TruckPath.TRUCK;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent about tables whose rows lie on several servers is of a kind that Citus
 * takes: the tenant stands on each of them, or is compared where there is none.
 */
class DistributedGoldenTests {

	private static final Pattern TABLE = Pattern.compile(
			"(?:FROM|JOIN|UPDATE|DELETE FROM) \"(truck|trip|truck_passed)\"(?: AS)? (\"\\w+\")", Pattern.MULTILINE);

	private static final Pattern INSERT = Pattern.compile("INSERT INTO \"(?:truck|trip|truck_passed)\" \\(([^)]*)\\)");

	@RegisterExtension
	static final TestDatabase database = Fleet.database();

	private static final Orm orm = Fleet.orm(database)
		.session((session) -> session.tenants(() -> Optional.of(1L)))
		.build();

	private final Manager<Truck> trucks = orm.manager(Truck.class);

	private final Manager<Trip> trips = orm.manager(Trip.class);

	@BeforeEach
	void fill() {
		Fleet.fill(database);
	}

	/** Compare what is sent, and look for the tenant of each table in it. */
	private static void check(String name, Runnable work) {
		QueryLog log = QueryLog.capture(() -> Golden.check("distributed/" + name, work));
		for (String sql : log.statements()) {
			assertThat(withoutTenant(sql)).as(sql).isEmpty();
		}
	}

	private static Set<String> withoutTenant(String sql) {
		Set<String> without = new TreeSet<>();
		Matcher table = TABLE.matcher(sql);
		while (table.find()) {
			if (!sql.contains(table.group(2) + ".\"depot_id\" =")
					&& !sql.contains("= " + table.group(2) + ".\"depot_id\"")) {
				without.add(table.group());
			}
		}
		Matcher insert = INSERT.matcher(sql);
		while (insert.find()) {
			if (!insert.group(1).contains("\"depot_id\"")) {
				without.add(insert.group());
			}
		}
		return without;
	}

	@Test
	void joinsOfAnyKind() {
		check("joins", () -> {
			this.trucks.filter(TRUCK.trips().distance.gt(5)).flat("plate").list();
			this.trucks.annotate(count(TRUCK.passed()).as("number")).flat("number").list();
			this.trips.selectRelated(TRIP.truck().brand()).list();
			this.trucks.filter(TRUCK.brand().name.eq("red"), TRUCK.depot().name.eq("north")).flat("plate").list();
			this.trips.orderBy("truck", "distance").distinct("truck").flat("distance").list();
			this.trips.values(TRIP.truck().plate, sum(TRIP.distance)).list();
		});
	}

	@Test
	void subqueriesOfAnyKind() {
		check("subqueries", () -> {
			this.trucks.filter(exists(this.trips.filter(TRIP.truck().id.eq(outer(TRUCK.id))))).flat("plate").list();
			this.trucks.exclude(TRUCK.trips().distance.gt(5)).flat("plate").list();
			this.trips.filter("truck__in", this.trucks.filter(TRUCK.plate.eq("a"))).flat("distance").list();
			this.trucks.all().aggregatePerRelation().annotate(count(TRUCK.trips()).as("n")).flat("n").list();
			this.trucks.filter(TRUCK.plate.eq("a")).union(this.trucks.filter(TRUCK.plate.eq("b"))).list();
			this.trucks.filter(TRUCK.trips().distance.gt(1)).distinct().count();
		});
	}

	@Test
	void handlesAndPrefetches() {
		Truck truck = this.trucks.get(1L);
		check("related", () -> {
			this.trucks.prefetchRelated(TRUCK.trips(), TRUCK.passed()).list();
			this.trucks.prefetchRelated(prefetch(TRUCK.trips(), this.trips.orderBy(TRIP.distance.desc()).slice(0, 2)))
				.list();
			truck.getTrips().list();
			this.trips.get(1L).getTruck();
		});
	}

	@Test
	void locks() {
		check("locks", () -> Undone.work(orm, () -> {
			this.trucks.filter(TRUCK.plate.eq("a")).selectForUpdate(Locking.rows().skipLocked()).list();
			this.trips.selectRelated(TRIP.truck()).selectForUpdate().list();
		}));
	}

	@Test
	void writes() {
		Truck truck = this.trucks.get(1L);
		check("writes", () -> Undone.work(orm, () -> {
			this.trucks.save(Truck.of("c"));
			this.trucks.save(truck);
			this.trucks.bulkCreate(List.of(Truck.of("d"), Truck.of("e")));
			this.trucks.bulkCreate(List.of(Truck.of("a")),
					(how) -> how.updatingConflicts(List.of("plate"), List.of("brand")));
			this.trucks.bulkUpdate(List.of(truck), "plate");
			this.trucks.getOrCreate(Map.of("plate", "f"), Map.of("brandId", 1L));
			this.trips.filter(TRIP.truck().plate.eq("a")).update(TRIP.distance.set(TRIP.distance.plus(1)));
			this.trucks.filter(TRUCK.plate.eq("b")).update(TRUCK.plate.set("g"));
			truck.getPassed().addKeys(2L);
			truck.getPassed().set(List.of());
			this.trucks.refresh(truck);
			this.trips.filter(TRIP.truck().plate.eq("nobody")).delete();
			this.trucks.delete(truck);
		}));
	}

	@Test
	void validation() {
		Truck same = Truck.of("a");
		same.id = 1L;
		Trip trip = this.trips.get(1L);
		check("validation", () -> {
			this.trucks.validate(same);
			this.trips.validate(trip);
		});
	}

	@Test
	void workForAllComparesTheTenants() {
		check("all", () -> orm.tenants().all(() -> {
			this.trucks.filter(TRUCK.trips().distance.gt(5), TRUCK.passed().distance.gt(1)).flat("plate").list();
			this.trips.selectRelated(TRIP.truck()).list();
			this.trucks.exclude(TRUCK.trips().distance.gt(5)).flat("plate").list();
			this.trucks.exclude(TRUCK.passed().truck().plate.eq("b")).flat("plate").list();
		}));
	}

	@Test
	void subqueriesInWorkForAllCompareTheTenants() {
		check("all_subqueries", () -> orm.tenants().all(() -> {
			this.trucks.all()
				.aggregatePerRelation()
				.annotate(count(TRUCK.trips()).as("n"), count(TRUCK.passed()).as("m"))
				.flat("n")
				.list();
			this.trucks.filter(exists(this.trips.filter(TRIP.truck().id.eq(outer(TRUCK.id))))).flat("plate").list();
			this.trips.filter(exists(this.trucks.filter("id", outer("truckId")))).flat("distance").list();
			this.trips.filter(exists(this.trips.filter("truck", outer("truck")).filter(TRIP.distance.gt(5))))
				.flat("distance")
				.list();
			this.trucks
				.annotate(
						subquery(this.trips.filter("truck", outer("pk")).values(TRIP.distance).slice(0, 1)).as("first"))
				.flat("first")
				.list();
		}));
	}

	@Test
	void whatIsNoKeyIsComparedAsItSays() {
		Golden.check("distributed/all_by_hand", () -> orm.tenants().all(() -> {
			this.trucks.filter(exists(this.trucks.filter("plate", outer("plate")).exclude("depot", outer("depot"))))
				.flat("plate")
				.list();
			this.trucks.exclude(exists(this.trips.filter(Q.of("truck", outer("pk")).not()))).flat("plate").list();
		}));
	}

	@Test
	void workForAllOfOneTableNamesNoTenant() {
		Golden.check("distributed/all_of_one_table", () -> orm.tenants().all(() -> {
			this.trucks.prefetchRelated(TRUCK.trips()).list();
			this.trucks.filter(TRUCK.plate.eq("b")).update(TRUCK.plate.set("g"));
		}));
	}

}
