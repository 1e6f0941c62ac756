package shop.order;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** What a customer wants. */
public record OrderRequest(@NotNull Long customer, @NotEmpty @Size(max = 50) List<@NotNull @Valid Line> lines) {

	/** A product and how many of it. */
	public record Line(@NotNull Long product, @Positive @Max(1000) int quantity) {

	}

}
