package shop.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a product was: on a day, and from the beginning.
 *
 * @param then what it was at the end of the day; null if it was not for sale
 */
public record ProductHistory(Long id, String name, LocalDate on, @Nullable Then then, List<Step> steps) {

	/** What the product was. */
	public record Then(String name, String description, BigDecimal price, int stockQuantity, String category) {

	}

	/** What it became, when and by whom; the changes are old values by label. */
	public record Step(@Nullable Instant from, BigDecimal price, int stockQuantity, @Nullable String by,
			Map<String, String> changes) {

	}

}
