package dev.orm.boot.members;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmSecurityAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.error.ValueConversionException;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import static dev.orm.boot.members.MemberPath.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Members log in by Spring Security, and their pictures lie beside the database. */
class MemberTests {

	@TempDir
	Path folder;

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmSecurityAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("spring.datasource.url=" + TestPostgres.url("members"),
				"spring.flyway.locations=classpath:db/members");

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aMemberLogsInByAnySpellingOfTheName() {
		run((shop) -> {
			shop.accounts.register("Ada", "correct horse");
			Authentication ada = shop.login("ADA", "correct horse");
			assertThat(ada.getPrincipal()).isInstanceOf(Member.class);
			assertThat(ada.getName()).isEqualTo("ada");
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> shop.login("ada", "wrong"));
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> shop.login("nobody", "wrong"));
		});
	}

	@Test
	void whoIsNotActiveStaysOutside() {
		run((shop) -> {
			Member member = shop.accounts.register("grace", "correct horse");
			member.setActive(false);
			shop.members.save(member);
			assertThatExceptionOfType(DisabledException.class).isThrownBy(() -> shop.login("grace", "correct horse"));
		});
	}

	@Test
	void aWeakHashIsReplacedAtTheNextLogin() {
		run((shop) -> {
			Member member = shop.accounts.register("alan", "correct horse");
			member.setPassword("{noop}correct horse");
			shop.members.save(member);
			shop.login("alan", "correct horse");
			assertThat(shop.members.get(member.getId()).getPassword()).startsWith("{bcrypt}");
		});
	}

	@Test
	void theOneWhoIsLoggedInInvites() {
		run((shop) -> {
			shop.accounts.register("barbara", "correct horse");
			SecurityContextHolder.getContext().setAuthentication(shop.login("barbara", "correct horse"));
			Member invited = shop.accounts.register("edsger", "correct horse");
			Member found = shop.members.selectRelated(MEMBER.invitedBy()).get(MEMBER.id.eq(invited.getId()));
			assertThat(found.getInvitedBy()).isNotNull();
			assertThat(found.getInvitedBy().getUsername()).isEqualTo("barbara");
		});
	}

	@Test
	void theColumnHoldsTheNameOfTheFileOnly() {
		run((shop) -> {
			Member member = shop.withAvatar("katherine");
			String name = shop.orm.sql("SELECT avatar FROM member WHERE id = :id")
				.param("id", member.getId())
				.list((row) -> String.valueOf(row.get("avatar")))
				.get(0);
			assertThat("avatars/" + name).isEqualTo(member.getAvatar());
			assertThat(shop.members.filter(MEMBER.avatar.eq(member.getAvatar())).exists()).isTrue();
		});
	}

	@Test
	void aPathOutsideOfTheFolderIsRefused() {
		run((shop) -> {
			Member member = shop.accounts.register("mallory", "correct horse");
			member.setAvatar("avatars/../../etc/passwd");
			assertThatExceptionOfType(ValueConversionException.class).isThrownBy(() -> shop.members.save(member))
				.withMessageContaining("Member.avatar");
		});
	}

	@Test
	void aPictureThatIsReplacedGoesOnceThatIsCommitted() {
		run((shop) -> {
			Member member = shop.withAvatar("donald");
			Path before = this.folder.resolve(member.getAvatar());
			shop.atomic.run(() -> {
				member.setAvatar(shop.files.store(picture()));
				shop.members.save(member);
				assertThat(before).exists();
			});
			assertThat(before).doesNotExist();
			assertThat(this.folder.resolve(member.getAvatar())).exists();
		});
	}

	@Test
	void aPictureGoesWithItsMemberUnlessThatIsRolledBack() {
		run((shop) -> {
			Member member = shop.withAvatar("frances");
			Path file = this.folder.resolve(member.getAvatar());
			shop.atomic.run(() -> {
				shop.members.delete(shop.members.get(member.getId()));
				shop.atomic.setRollbackOnly();
			});
			assertThat(file).exists();
			shop.members.delete(member);
			assertThat(file).doesNotExist();
		});
	}

	@Test
	void aPictureOfAMemberWhoNeverCameIsRemoved() {
		run((shop) -> {
			String path = shop.files.store(picture());
			shop.atomic.run(() -> {
				Member member = new Member();
				member.setUsername("nobody");
				member.setPassword("{noop}");
				member.setAvatar(path);
				shop.members.save(member);
				shop.atomic.setRollbackOnly();
			});
			assertThat(this.folder.resolve(path)).doesNotExist();
		});
	}

	private void run(Consumer<Shop> test) {
		this.application.withBean(PasswordEncoder.class, PasswordEncoderFactories::createDelegatingPasswordEncoder)
			.withBean(MemberAccounts.class)
			.withBean(AvatarFiles.class, this.folder)
			.run((context) -> {
				Shop shop = Shop.of(context);
				shop.members.all().delete();
				test.accept(shop);
			});
	}

	private static byte[] picture() {
		return "a picture".getBytes(StandardCharsets.UTF_8);
	}

	private record Shop(Orm orm, Manager<Member> members, MemberAccounts accounts, AvatarFiles files, Atomic atomic,
			AuthenticationManager security) {

		static Shop of(ApplicationContext context) {
			MemberAccounts accounts = context.getBean(MemberAccounts.class);
			DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
			provider.setPasswordEncoder(context.getBean(PasswordEncoder.class));
			provider.setUserDetailsPasswordService(accounts);
			Orm orm = context.getBean(Orm.class);
			return new Shop(orm, orm.manager(Member.class), accounts, context.getBean(AvatarFiles.class),
					context.getBean(Atomic.class), new ProviderManager(provider));
		}

		Authentication login(String username, String password) {
			return this.security.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
		}

		Member withAvatar(String username) {
			Member member = this.accounts.register(username, "correct horse");
			member.setAvatar(this.files.store(picture()));
			return this.members.save(member);
		}

	}

}
