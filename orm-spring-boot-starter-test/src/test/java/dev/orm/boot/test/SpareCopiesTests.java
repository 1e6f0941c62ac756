package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpareCopiesTests {

	@Test
	void whoeverCopiesATemplateForTheThirdTimeFindsACopy() {
		EmbeddedServer server = EmbeddedServer.get();
		String template = template(server);
		SpareCopies spares = new SpareCopies((of) -> copy(server, of));
		assertThat(spares.take(template)).isNull();
		assertThat(spares.take(template)).isNull();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			names.add(spares.take(template));
		}
		assertThat(names).doesNotHaveDuplicates().doesNotContainNull();
		assertThat(spares.take(template(server))).isNull();
		names.forEach(server::drop);
	}

	@Test
	void whereACopyCannotBeMadeAheadWhoeverNeedsOneIsToldWhy() {
		EmbeddedServer server = EmbeddedServer.get();
		String nothing = server.name();
		SpareCopies spares = new SpareCopies((template) -> copy(server, template));
		spares.take(nothing);
		spares.take(nothing);
		assertThat(spares.take(nothing)).isNull();
		String name = server.name();
		assertThatExceptionOfType(TestDatabaseException.class).isThrownBy(() -> server.copy(nothing, name))
			.withMessageContaining("CREATE DATABASE " + name + " TEMPLATE " + nothing);
	}

	@Test
	void copiesOfOneTemplateAreMadeOneAfterTheOther() {
		CountDownLatch told = new CountDownLatch(1);
		List<String> made = new ArrayList<>();
		SpareCopies spares = new SpareCopies((template) -> {
			await(told);
			made.add(template);
			return template + made.size();
		});
		spares.take("t");
		spares.take("t");
		told.countDown();
		assertThat(List.of(spares.take("t"), spares.take("t"))).containsExactly("t1", "t2");
	}

	private static String template(EmbeddedServer server) {
		String template = server.name();
		server.template(template, (url) -> {
		});
		return template;
	}

	private static String copy(EmbeddedServer server, String template) {
		String name = server.name();
		server.copyFiles(template, name);
		return name;
	}

	private static void await(CountDownLatch told) {
		try {
			told.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
