package shop.review;

import jakarta.validation.constraints.NotNull;

/** What a customer thinks of a product. What it may be is said by {@link Review}. */
public record ReviewRequest(@NotNull Long customer, @NotNull Integer rating, @NotNull String comment) {

}
