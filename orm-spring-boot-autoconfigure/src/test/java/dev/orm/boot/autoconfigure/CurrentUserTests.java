package dev.orm.boot.autoconfigure;

import java.util.List;
import java.util.Optional;

import dev.orm.automatic.CurrentUser;
import dev.orm.boot.autoconfigure.library.Author;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.domain.AuditorAware;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Who writes, by what else the application has. */
class CurrentUserTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(OrmAuditorAutoConfiguration.class, OrmSecurityAutoConfiguration.class));

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theNameOfWhoIsLoggedInIsWritten() {
		logIn(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
		assertThat(user()).contains("ada");
	}

	@Test
	void aPrincipalThatIsARowIsWrittenItself() {
		Author ada = Author.of("Ada", "ada@example.org");
		logIn(UsernamePasswordAuthenticationToken.authenticated(ada, null, List.of()));
		assertThat(user()).containsSame(ada);
	}

	@Test
	void nobodyIsLoggedInWithoutProof() {
		assertThat(user()).isEmpty();
		logIn(UsernamePasswordAuthenticationToken.unauthenticated("ada", "secret"));
		assertThat(user()).isEmpty();
		logIn(new AnonymousAuthenticationToken("key", "guest", List.of(new SimpleGrantedAuthority("GUEST"))));
		assertThat(user()).isEmpty();
	}

	@Test
	void theAuditorOfSpringDataCountsFirst() {
		logIn(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
		this.application.withBean(AuditorAware.class, () -> () -> Optional.of("clerk"))
			.run((context) -> assertThat(context.getBean(CurrentUser.class).get()).isEqualTo(Optional.of("clerk")));
	}

	@Test
	void theApplicationsOwnCountsBeforeAll() {
		this.application.withBean(AuditorAware.class, () -> () -> Optional.of("clerk"))
			.withBean("own", CurrentUser.class, () -> () -> Optional.of("own"))
			.run((context) -> assertThat(context.getBean(CurrentUser.class).get()).isEqualTo(Optional.of("own")));
	}

	@Test
	void withoutEitherLibraryNobodyIsKnown() {
		this.application
			.withClassLoader(new FilteredClassLoader("org.springframework.security", "org.springframework.data"))
			.run((context) -> assertThat(context).doesNotHaveBean(CurrentUser.class));
	}

	private Optional<Object> user() {
		Object[] found = new Object[1];
		this.application.run((context) -> found[0] = context.getBean(CurrentUser.class).get().orElse(null));
		return Optional.ofNullable(found[0]);
	}

	private static void logIn(Authentication authentication) {
		SecurityContextHolder.getContext().setAuthentication(authentication);
	}

}
