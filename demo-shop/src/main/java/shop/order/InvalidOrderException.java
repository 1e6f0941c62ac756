package shop.order;

/** An order that names a product or customer the shop does not have. */
public class InvalidOrderException extends RuntimeException {

	InvalidOrderException(String message) {
		super(message);
	}

}
