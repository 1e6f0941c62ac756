package dev.orm.column;

import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model with records among its columns. */
// tag::offer[]
@Table(name = "offer")
public class Offer extends Model {

	@Id
	private Long id;

	@Embedded
	private Money price;

	@Embedded(prefix = "old_")
	private @Nullable Money before;

	@Embedded
	private @Nullable Size size;

	private String title = "";

	// end::offer[]
	Offer() {
	}

	Offer(Money price, @Nullable Money before, @Nullable Size size) {
		this.price = price;
		this.before = before;
		this.size = size;
	}

	public Long getId() {
		return this.id;
	}

	public Money getPrice() {
		return this.price;
	}

	public void setPrice(Money price) {
		this.price = price;
	}

	public @Nullable Money getBefore() {
		return this.before;
	}

	public @Nullable Size getSize() {
		return this.size;
	}

	public String getTitle() {
		return this.title;
	}

	/** How large something is. */
	public record Size(int width, int height) {

	}

}
