package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.test.TestDatabase;

import static dev.orm.tenancy.DepotPath.DEPOT;
import static dev.orm.tenancy.TripPath.TRIP;
import static dev.orm.tenancy.TruckPath.TRUCK;

/** Trucks and trips of depots, on several servers. */
public final class Fleet {

	public static final List<Class<? extends Model>> MODELS = List.of(Depot.class, Brand.class, Truck.class,
			Trip.class);

	/** What Citus has, as far as migrations call and read it. */
	private static final String[] CITUS = { "SET allow_system_table_mods = on", """
			CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char" NOT NULL,
				partkey text, repmodel "char" NOT NULL)""", """
			CREATE FUNCTION pg_catalog.create_distributed_table(regclass, text) RETURNS void LANGUAGE sql AS
			$$ INSERT INTO pg_dist_partition VALUES ($1, 'h', $2, 's') $$""", """
			CREATE FUNCTION pg_catalog.create_reference_table(regclass) RETURNS void LANGUAGE sql AS
			$$ INSERT INTO pg_dist_partition VALUES ($1, 'n', NULL, 't') $$""", """
			CREATE FUNCTION pg_catalog.undistribute_table(regclass) RETURNS void LANGUAGE sql AS
			$$ DELETE FROM pg_dist_partition WHERE logicalrelid = $1 $$""", """
			CREATE FUNCTION pg_catalog.column_to_column_name(regclass, text) RETURNS text LANGUAGE sql AS
			$$ SELECT $2 $$""" };

	private static final String[] ROWS = { "INSERT INTO depot (name) VALUES ('north'), ('south')",
			"INSERT INTO brand (name) VALUES ('red')",
			"INSERT INTO truck (depot_id, plate, brand_id) VALUES (1, 'a', 1), (1, 'b', 1), (2, 'a', 1)",
			"INSERT INTO trip (depot_id, truck_id, distance) VALUES (1, 1, 10), (1, 1, 20), (1, 2, 5), (2, 3, 70)",
			"INSERT INTO truck_passed (depot_id, truck_id, trip_id) VALUES (1, 2, 1), (2, 3, 4)" };

	private Fleet() {
	}

	/** A database of a server that spreads tables. */
	public static TestDatabase citus() {
		return TestDatabase.create(CITUS);
	}

	public static TestDatabase database() {
		List<String> statements = new ArrayList<>(
				Arrays.asList(ModelTables.of(List.of(), Depot.class, Brand.class, Truck.class, Trip.class)));
		return TestDatabase.create(statements.toArray(String[]::new));
	}

	public static void fill(TestDatabase database) {
		database.truncate("depot", "brand", "truck", "trip", "truck_passed");
		database.execute(ROWS);
	}

	public static OrmBuilder orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	/** A tenant. Its trucks are on the server where it is. */
	@Table(name = "depot")
	public static class Depot extends Model {

		@Id
		public Long id;

		String name;

		static void meta(Meta<Depot> meta) {
			meta.distributedBy(DEPOT.id);
		}

	}

	// tag::brand[]
	@Table(name = "brand")
	public static class Brand extends Model {

		@Id
		public Long id;

		@Column(unique = true)
		String name;

		static void meta(Meta<Brand> meta) {
			meta.reference();
		}
		// end::brand[]

	}

	// tag::truck[]
	@Table(name = "truck", ordering = "id")
	public static class Truck extends Model {

		@Id
		public Long id;

		@TenantId(rowLevelSecurity = false)
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Depot> depot;

		@Column(unique = true)
		String plate;

		@OnDelete(OnDeleteAction.PROTECT)
		ForeignKey<Brand> brand;

		OneToMany<Trip> trips;

		@RelatedName("passing")
		ManyToMany<Trip> passed;

		static void meta(Meta<Truck> meta) {
			meta.distributedBy(TRUCK.depot);
		}
		// end::truck[]

		public static Truck of(String plate) {
			Truck truck = new Truck();
			truck.plate = plate;
			truck.brand = ForeignKey.ofId(1L);
			return truck;
		}

		public OneToMany<Trip> getTrips() {
			return this.trips;
		}

		public ManyToMany<Trip> getPassed() {
			return this.passed;
		}

		public String getPlate() {
			return this.plate;
		}

	}

	@Table(name = "trip", ordering = "id")
	public static class Trip extends Model {

		@Id
		public Long id;

		@TenantId(rowLevelSecurity = false)
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Depot> depot;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Truck> truck;

		int distance;

		public Truck getTruck() {
			return this.truck.get();
		}

		static void meta(Meta<Trip> meta) {
			meta.distributedBy(TRIP.depot);
			meta.limitChoices(TRIP.truck, TRUCK.plate.ne("broken"));
		}

	}

	/** A table of one server. */
	@Table(name = "garage")
	public static class Garage extends Model {

		@Id
		Long id;

	}

	@Table(name = "ticket")
	public static class Ticket extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Depot> depot;

		@Column(length = 9)
		String number;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Garage> garage;

		static void meta(Meta<Ticket> meta) {
			meta.distributedBy("depot");
			meta.unique("number").acrossTenants();
		}

	}

	@Table(name = "note")
	public static class Note extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Truck> truck;

	}

}
