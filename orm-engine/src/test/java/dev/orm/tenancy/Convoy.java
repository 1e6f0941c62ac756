package dev.orm.tenancy;

import java.time.LocalDate;
import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.tenancy.Fleet.Brand;
import dev.orm.tenancy.Fleet.Depot;
import dev.orm.tenancy.Fleet.Truck;

import static dev.orm.tenancy.MilePath.MILE;

/** What of the fleet is spread over servers and something else besides. */
public final class Convoy {

	/** Models that can be. */
	public static final List<Class<? extends Model>> MODELS = List.of(Depot.class, Brand.class, Truck.class,
			Fleet.Trip.class, Mile.class, Make.class);

	private Convoy() {
	}

	// tag::parted[]
	@Table(name = "mile", ordering = "id")
	public static class Mile extends Model {

		@Id(generated = Id.Generated.IDENTITY)
		public Long id;

		@Id
		LocalDate day;

		@TenantId(rowLevelSecurity = false)
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Depot> depot;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Truck> truck;

		int driven;

		static void meta(Meta<Mile> meta) {
			meta.distributedBy(MILE.depot);
			meta.partitionByRange(MILE.day);
		}
		// end::parted[]

		public static Mile of(LocalDate day, int driven) {
			Mile mile = new Mile();
			mile.day = day;
			mile.truck = ForeignKey.ofId(1L);
			mile.driven = driven;
			return mile;
		}

		public int getDriven() {
			return this.driven;
		}

		public void setDriven(int driven) {
			this.driven = driven;
		}

	}

	/** A brand, on each server as all of them. */
	@Table(name = "make")
	public static class Make extends Brand {

		@Column(length = 20)
		String country;

		static void make(Meta<Make> meta) {
			meta.reference();
		}

		public static Make of(String name, String country) {
			Make make = new Make();
			make.name = name;
			make.country = country;
			return make;
		}

	}

	/** Its half of a row would have no depot. */
	@Table(name = "tanker")
	public static class Tanker extends Truck {

		int litres;

	}

}
