package shop.customer;

import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import jakarta.validation.constraints.Email;

@Table(name = "shop_user", ordering = "username")
public class User extends Model {

	@Id
	private Long id;

	@Column(length = 150, unique = true)
	private String username;

	@Label("E-mail address")
	@Email
	@Column(unique = true)
	private String email;

	@Column(length = 150)
	private String firstName = "";

	@Column(length = 150)
	private String lastName = "";

	@Column(length = 301)
	private String displayName = "";

	@Column(name = "is_active")
	private boolean active = true;

	private Instant dateJoined = Instant.now();

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getUsername() {
		return this.username;
	}

	public void setUsername(String username) {
		this.username = username;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public String getFirstName() {
		return this.firstName;
	}

	public void setFirstName(String firstName) {
		this.firstName = firstName;
	}

	public String getLastName() {
		return this.lastName;
	}

	public void setLastName(String lastName) {
		this.lastName = lastName;
	}

	/** Return the name people see: first and last name, unless the user chose another. */
	public String getDisplayName() {
		return this.displayName;
	}

	public void setDisplayName(String displayName) {
		this.displayName = displayName;
	}

	public boolean isActive() {
		return this.active;
	}

	public void setActive(boolean active) {
		this.active = active;
	}

	public Instant getDateJoined() {
		return this.dateJoined;
	}

	public void setDateJoined(Instant dateJoined) {
		this.dateJoined = dateJoined;
	}

}
