package dev.orm.acceptance.shop;

import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** The model User of the acceptance cases. */
@Table(name = "shop_user")
public class User extends Model {

	@Id
	private Long id;

	@Column(length = 150, unique = true)
	private String username = "";

	@Column(length = 254)
	private String email = "";

	@Column(length = 150)
	private String firstName = "";

	@Column(length = 150)
	private String lastName = "";

	private Boolean isActive = true;

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

	public Boolean getIsActive() {
		return this.isActive;
	}

	public void setIsActive(Boolean isActive) {
		this.isActive = isActive;
	}

	public Instant getDateJoined() {
		return this.dateJoined;
	}

	public void setDateJoined(Instant dateJoined) {
		this.dateJoined = dateJoined;
	}

}
