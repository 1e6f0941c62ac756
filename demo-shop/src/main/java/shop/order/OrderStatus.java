package shop.order;

import java.util.Locale;

import dev.orm.choice.Choice;

/** Where an order is on its way. Stored in lower case. */
public enum OrderStatus implements Choice {

	PENDING, PROCESSING, SHIPPED, DELIVERED, CANCELLED;

	@Override
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Return the status of a stored text. */
	public static OrderStatus of(String value) {
		return valueOf(value.toUpperCase(Locale.ROOT));
	}

}
