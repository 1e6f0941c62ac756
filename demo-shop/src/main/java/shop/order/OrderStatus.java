package shop.order;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.orm.choice.Choice;

/** Where an order is on its way. Stored in lower case. */
public enum OrderStatus implements Choice {

	PENDING("Waiting"), PROCESSING("Being packed"), SHIPPED("On its way"), DELIVERED("Delivered"),
	CANCELLED("Cancelled");

	private final String label;

	OrderStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	@JsonValue
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Return whether the order is still under way. */
	public boolean isOpen() {
		return this != DELIVERED && this != CANCELLED;
	}

	/** Return the status of a stored text. */
	public static OrderStatus of(String value) {
		return valueOf(value.toUpperCase(Locale.ROOT));
	}

}
