package dev.orm.column;

import java.util.UUID;

import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model with records in its records. */
// tag::shipment[]
@Table(name = "shipment")
public class Shipment extends Model {

	@Id
	private Long id;

	@Embedded
	private Address sender;

	@Embedded(prefix = "to_")
	private @Nullable Address receiver;

	// end::shipment[]
	@Embedded(prefix = "")
	private Marks marks = new Marks(null, null);

	Shipment() {
	}

	Shipment(Address sender, @Nullable Address receiver) {
		this.sender = sender;
		this.receiver = receiver;
	}

	public Long getId() {
		return this.id;
	}

	public Address getSender() {
		return this.sender;
	}

	public void setSender(Address sender) {
		this.sender = sender;
	}

	public @Nullable Address getReceiver() {
		return this.receiver;
	}

	public void setReceiver(@Nullable Address receiver) {
		this.receiver = receiver;
	}

	public Marks getMarks() {
		return this.marks;
	}

	// tag::records[]
	/** Where somebody lives. */
	public record Address(@Column(length = 80) String street, @Embedded City city) {

	}

	/** A city, on the map or not. */
	public record City(@Column(length = 40) String name, @Embedded(prefix = "at_") @Nullable Point point) {

	}

	/** A point on the map. */
	public record Point(double x, double y) {

	}
	// end::records[]

	/** What may all be missing. */
	public record Marks(@Nullable @Column(length = 20) String colour, @Nullable UUID label) {

	}

}
