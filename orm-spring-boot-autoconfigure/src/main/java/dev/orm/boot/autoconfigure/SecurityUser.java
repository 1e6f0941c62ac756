package dev.orm.boot.autoconfigure;

import java.util.Optional;

import dev.orm.model.Model;

import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;

/** The user of Spring Security, as fields take it. */
final class SecurityUser {

	private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

	private SecurityUser() {
	}

	/**
	 * Return who is logged in.
	 * @return the principal where it is an instance of a model, for a relation; else the
	 * name; empty for nobody
	 */
	static Optional<Object> of(Authentication authentication) {
		if (!authentication.isAuthenticated() || TRUST.isAnonymous(authentication)) {
			return Optional.empty();
		}
		return Optional.of((authentication.getPrincipal() instanceof Model user) ? user : authentication.getName());
	}

}
