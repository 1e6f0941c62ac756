package shop.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A product in a list. */
public record ProductCard(Long id, String name, String description, BigDecimal price, int stockQuantity,
		String category, String supplier, List<String> tags, @Nullable Double averageRating, long reviewCount) {

}
