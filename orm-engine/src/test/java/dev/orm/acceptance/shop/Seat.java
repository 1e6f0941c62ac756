package dev.orm.acceptance.shop;

import java.math.BigDecimal;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Seat of the acceptance cases. */
@Table(name = "shop_seat")
public class Seat extends Model {

	@Id
	@Column(length = 10)
	private String hall;

	@Id
	private Integer number;

	@Column(precision = 8, scale = 2)
	private @Nullable BigDecimal price;

	public String getHall() {
		return this.hall;
	}

	public void setHall(String hall) {
		this.hall = hall;
	}

	public Integer getNumber() {
		return this.number;
	}

	public void setNumber(Integer number) {
		this.number = number;
	}

	public @Nullable BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(@Nullable BigDecimal price) {
		this.price = price;
	}

}
