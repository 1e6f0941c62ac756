package shop.order;

/** There is less of a product than the order asks for. */
public class SoldOutException extends RuntimeException {

	SoldOutException(String product, int wanted, int left) {
		super((left == 0) ? "%s is sold out".formatted(product)
				: "You asked for %d of %s, but there are only %d left".formatted(wanted, product, left));
	}

}
