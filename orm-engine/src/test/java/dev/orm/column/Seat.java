package dev.orm.column;

import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** A model whose key is a record. */
// tag::seat[]
@Table(name = "seat")
public class Seat extends Model {

	@Id
	@Embedded(prefix = "")
	private SeatKey key;

	@Column(length = 20)
	private String guest = "";

	// end::seat[]
	Seat() {
	}

	Seat(SeatKey key, String guest) {
		this.key = key;
		this.guest = guest;
	}

	public SeatKey getKey() {
		return this.key;
	}

	public void setKey(SeatKey key) {
		this.key = key;
	}

	public String getGuest() {
		return this.guest;
	}

	public void setGuest(String guest) {
		this.guest = guest;
	}

	// tag::key[]
	/** A hall, and a place in it. */
	public record SeatKey(int hall, @Embedded Spot spot) {

		static SeatKey of(int hall, String line, int number) {
			return new SeatKey(hall, new Spot(line, number));
		}

	}

	/** A place in a hall. */
	public record Spot(@Column(length = 3) String line, int number) {

	}
	// end::key[]

}
