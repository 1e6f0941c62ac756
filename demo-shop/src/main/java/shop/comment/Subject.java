package shop.comment;

import java.util.Locale;

import dev.orm.model.Model;
import shop.catalog.Product;
import shop.order.Order;

/** What comments are about. */
public enum Subject {

	/** A product of the catalogue. */
	PRODUCT(Product.class),

	/** An order. */
	ORDER(Order.class);

	private final Class<? extends Model> model;

	Subject(Class<? extends Model> model) {
		this.model = model;
	}

	Class<? extends Model> model() {
		return this.model;
	}

	/** Return the address of the page of one. */
	String page(long key) {
		return "/" + name().toLowerCase(Locale.ROOT) + "s/" + key;
	}

}
