package shop.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the order page offers and what was filled in so far.
 *
 * @param customers who may order
 * @param products what is in stock
 * @param order what was filled in
 */
record OrderForm(List<CustomerChoice> customers, List<ProductChoice> products, Draft order) {

	/** A customer to choose. */
	record CustomerChoice(Long id, String name, String address) {

	}

	/** A product to choose. */
	record ProductChoice(Long id, String name, BigDecimal price, int stockQuantity) {

	}

	/** An order as far as it is filled in. */
	record Draft(@Nullable Long customer, List<Line> lines) {

		private static final int LINES = 3;

		static Draft of(@Nullable Long customer, List<@Nullable Long> products, List<@Nullable Integer> quantities) {
			List<Line> lines = new ArrayList<>();
			for (int i = 0; i < Math.max(LINES, products.size()); i++) {
				Long product = (i < products.size()) ? products.get(i) : null;
				Integer quantity = (i < quantities.size()) ? quantities.get(i) : null;
				lines.add(new Line(product, (quantity != null) ? quantity : 1));
			}
			return new Draft(customer, lines);
		}

		List<OrderRequest.Line> chosen() {
			List<OrderRequest.Line> chosen = new ArrayList<>();
			for (Line line : this.lines) {
				if (line.product() != null) {
					chosen.add(new OrderRequest.Line(line.product(), line.quantity()));
				}
			}
			return chosen;
		}

	}

	/** A line of the form; empty without a product. */
	record Line(@Nullable Long product, int quantity) {

	}

}
