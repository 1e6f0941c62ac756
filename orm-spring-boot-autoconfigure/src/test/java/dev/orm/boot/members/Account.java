package dev.orm.boot.members;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import dev.orm.annotation.Column;
import dev.orm.annotation.Sensitive;
import dev.orm.model.Model;
import dev.orm.model.Saving;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who can log in. Each application adds what it knows of them. */
// tag::account[]
public abstract class Account extends Model implements UserDetails {

	@Column(length = 150, unique = true)
	private String username;

	@Sensitive
	private String password;

	@Column(name = "is_active")
	private boolean active = true;

	private @Nullable Instant lastLogin;

	/** Names are compared as they are stored: without capitals. */
	@Override
	protected void beforeSave(Saving saving) {
		this.username = this.username.toLowerCase(Locale.ROOT);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public boolean isEnabled() {
		return this.active;
	}
	// end::account[]

	@Override
	public String getUsername() {
		return this.username;
	}

	public void setUsername(String name) {
		this.username = name;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	/** Takes what a {@code PasswordEncoder} made, never a password. */
	public void setPassword(String encoded) {
		this.password = encoded;
	}

	public @Nullable Instant getLastLogin() {
		return this.lastLogin;
	}

	public void setLastLogin(Instant time) {
		this.lastLogin = time;
	}

	public void setActive(boolean active) {
		this.active = active;
	}

}
