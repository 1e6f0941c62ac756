package shop.customer;

import java.time.LocalDate;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import org.jspecify.annotations.Nullable;

@Table(name = "shop_customer", ordering = "id")
public class Customer extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("customer")
	private OneToOne<User> user;

	@Column(length = 20)
	private String phone = "";

	private String address = "";

	private @Nullable LocalDate dateOfBirth;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public OneToOne<User> getUser() {
		return this.user;
	}

	public void setUser(OneToOne<User> user) {
		this.user = user;
	}

	/** Return the name people know; the user is fetched if it is not there yet. */
	public String fullName() {
		return this.user.get().getDisplayName();
	}

	public String getPhone() {
		return this.phone;
	}

	public void setPhone(String phone) {
		this.phone = phone;
	}

	public String getAddress() {
		return this.address;
	}

	public void setAddress(String address) {
		this.address = address;
	}

	public @Nullable LocalDate getDateOfBirth() {
		return this.dateOfBirth;
	}

	public void setDateOfBirth(@Nullable LocalDate dateOfBirth) {
		this.dateOfBirth = dateOfBirth;
	}

}
