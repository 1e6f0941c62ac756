package dev.orm.transaction;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Blocks in {@code @Transactional} methods, through Spring's own proxies. */
class TransactionalMethodTests extends TransactionTestBase {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final List<String> mails = new ArrayList<>();

	private Newsroom newsroom() {
		this.context.registerBean(PlatformTransactionManager.class, DEFAULT::transactionManager);
		this.context.registerBean(Newsroom.class, () -> new Newsroom(this));
		this.context.register(TransactionConfiguration.class);
		this.context.refresh();
		return this.context.getBean(Newsroom.class);
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void anInnerBlockIsASavepointOfTheMethodsTransaction() {
		newsroom().hireWithOneFailure("Tintin", "Milou");

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void hooksRunAfterTheMethod() {
		newsroom().hire("Tintin");

		assertThat(this.mails).containsExactly("welcome to [Tintin]");
	}

	@Test
	void aMethodThatThrowsDropsItsHooksAndRows() {
		Newsroom newsroom = newsroom();

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> newsroom.hireAndFail("Tintin"));
		assertThat(names()).isEmpty();
		assertThat(this.mails).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class TransactionConfiguration {

	}

	static class Newsroom {

		private final TransactionalMethodTests test;

		Newsroom(TransactionalMethodTests test) {
			this.test = test;
		}

		// tag::transactional[]
		@Transactional
		public void hire(String name) {
			this.test.insert(name);
			this.test.atomic.onCommit(() -> this.test.mails.add("welcome to " + this.test.names()));
		}
		// end::transactional[]

		@Transactional
		public void hireWithOneFailure(String first, String second) {
			this.test.insert(first);
			swallow(() -> this.test.atomic.run(() -> this.test.insert(first)));
			this.test.insert(second);
		}

		@Transactional
		public void hireAndFail(String name) {
			hire(name);
			throw new IllegalStateException("oops");
		}

	}

}
