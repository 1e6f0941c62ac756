package dev.orm.validate;

import java.time.LocalDate;
import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.GeneratedColumn;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.type.Range;

import static dev.orm.Functions.lower;
import static dev.orm.declare.ExclusionOperator.EQUAL;
import static dev.orm.declare.ExclusionOperator.OVERLAPS;
import static dev.orm.validate.BookingPath.BOOKING;
import static dev.orm.validate.RoomPath.ROOM;

/** Models with constraints of all kinds. */
final class Hall {

	/** Made as migrations make them. */
	static final String[] SCHEMA = ModelTables.of(List.of("CREATE EXTENSION btree_gist"), Room.class, Booking.class,
			Concert.class);

	private Hall() {
	}

	@Table(name = "room")
	static class Room extends Model {

		@Id
		Long id;

		boolean open;

		static Room of(boolean open) {
			Room room = new Room();
			room.open = open;
			return room;
		}

	}

	@Table(name = "booking")
	static class Booking extends Model {

		@Id
		Long id;

		@Column(length = 8)
		String code;

		int seats = 10;

		@Column(nullable = true)
		Integer least;

		@Column(nullable = true)
		Range<LocalDate> days;

		@Column(nullable = true)
		List<Integer> rows;

		@Column(length = 20, nullable = true)
		String guest;

		@Column(length = 20, nullable = true)
		String company;

		@Column(nullable = true)
		Integer door;

		boolean cancelled;

		@GeneratedColumn
		@Column(nullable = true)
		Integer spare;

		@OnDelete(OnDeleteAction.PROTECT)
		@Column(nullable = true)
		@RelatedName("bookings")
		ForeignKey<Room> room;

		// tag::meta[]
		static void meta(Meta<Booking> meta) {
			meta.check("enough_seats", BOOKING.seats.gte(BOOKING.least)).on(BOOKING.seats).message("Too few seats");
			meta.exactlyOne("who_pays", BOOKING.guest, BOOKING.company);
			meta.unique(BOOKING.code).where(BOOKING.cancelled.isFalse()).name("one_open_code");
			meta.unique(lower(BOOKING.guest), BOOKING.room).name("guest_once_a_room");
			meta.exclude("no_overlap")
				.with(BOOKING.room, EQUAL)
				.with(BOOKING.days, OVERLAPS)
				.where(BOOKING.cancelled.isFalse());
			meta.limitChoices(BOOKING.room, ROOM.open.isTrue());
		}
		// end::meta[]

		static void further(Meta<Booking> meta) {
			meta.generated(BOOKING.spare, BOOKING.seats.minus(BOOKING.least));
			meta.check("little_to_spare", BOOKING.spare.lt(100));
			meta.check("some_rows", BOOKING.rows.len().gt(0));
			meta.unique(BOOKING.rows, BOOKING.door)
				.nullsNotDistinct()
				.where(BOOKING.rows.isNotNull())
				.name("door_of_rows");
		}

		String getCompany() {
			return this.company;
		}

		static Booking of(String code, String guest) {
			Booking booking = new Booking();
			booking.code = code;
			booking.guest = guest;
			return booking;
		}

	}

	/** A child with a table of its own, and a check there. */
	@Table(name = "concert")
	static class Concert extends Booking {

		@Column(nullable = true)
		Integer musicians;

		static void concert(Meta<Concert> meta) {
			meta.check("someone_plays", ConcertPath.CONCERT.musicians.gt(0));
		}

	}

}
