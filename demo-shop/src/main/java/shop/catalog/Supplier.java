package shop.catalog;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

import static shop.catalog.SupplierPath.SUPPLIER;

@Label(value = "Supplier", plural = "Suppliers")
@Table(name = "shop_supplier", ordering = "name")
public class Supplier extends Model {

	@Id
	private Long id;

	@NotBlank
	@Column(length = 100)
	private String name;

	@Label("E-mail address")
	@Email
	@Column(unique = true)
	private String email;

	@Column(length = 20)
	private String phone = "";

	private String postalAddress = "";

	private double rating;

	static void meta(Meta<Supplier> meta) {
		meta.check("supplier_rating_range", SUPPLIER.rating.range(0.0, 5.0))
			.on(SUPPLIER.rating)
			.message("A rating is between 0 and 5.");
	}

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public String getPhone() {
		return this.phone;
	}

	public void setPhone(String phone) {
		this.phone = phone;
	}

	public String getPostalAddress() {
		return this.postalAddress;
	}

	public void setPostalAddress(String postalAddress) {
		this.postalAddress = postalAddress;
	}

	public double getRating() {
		return this.rating;
	}

	public void setRating(double rating) {
		this.rating = rating;
	}

}
