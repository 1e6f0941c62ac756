package dev.orm.acceptance.shop;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.ToField;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Shipment of the acceptance cases. */
@Table(name = "shop_shipment")
public class Shipment extends Model {

	@Id
	private Long id;

	@Column(length = 20, unique = true)
	private String ref = "";

	@Column(precision = 8, scale = 3)
	private @Nullable BigDecimal weight;

	private @Nullable Boolean fragile;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("shipments")
	private @Nullable ForeignKey<Depot> depot;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("inbound")
	private @Nullable ForeignKey<City> destination;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("shipments")
	@ToField("code")
	@Column(name = "carrier_code")
	private @Nullable ForeignKey<Carrier> carrier;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("shipments")
	private @Nullable ForeignKey<Order> order;

	private @Nullable Instant shippedAt;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getRef() {
		return this.ref;
	}

	public void setRef(String ref) {
		this.ref = ref;
	}

	public @Nullable BigDecimal getWeight() {
		return this.weight;
	}

	public void setWeight(@Nullable BigDecimal weight) {
		this.weight = weight;
	}

	public @Nullable Boolean getFragile() {
		return this.fragile;
	}

	public void setFragile(@Nullable Boolean fragile) {
		this.fragile = fragile;
	}

	public @Nullable ForeignKey<Depot> getDepot() {
		return this.depot;
	}

	public void setDepot(@Nullable ForeignKey<Depot> depot) {
		this.depot = depot;
	}

	public @Nullable ForeignKey<City> getDestination() {
		return this.destination;
	}

	public void setDestination(@Nullable ForeignKey<City> destination) {
		this.destination = destination;
	}

	public @Nullable ForeignKey<Carrier> getCarrier() {
		return this.carrier;
	}

	public void setCarrier(@Nullable ForeignKey<Carrier> carrier) {
		this.carrier = carrier;
	}

	public @Nullable ForeignKey<Order> getOrder() {
		return this.order;
	}

	public void setOrder(@Nullable ForeignKey<Order> order) {
		this.order = order;
	}

	public @Nullable Instant getShippedAt() {
		return this.shippedAt;
	}

	public void setShippedAt(@Nullable Instant shippedAt) {
		this.shippedAt = shippedAt;
	}

}
