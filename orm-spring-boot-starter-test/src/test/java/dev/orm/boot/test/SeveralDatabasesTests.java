package dev.orm.boot.test;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

// tag::class[]
@OrmTest(databases = { "default", "archive" })
@ContextConfiguration(classes = Library.class)
class SeveralDatabasesTests {

	// end::class[]

	@Autowired
	private Manager<Author> authors;

	@Autowired
	private Atomic atomic;

	@RepeatedTest(2)
	void eachListedDatabaseIsRolledBack() {
		this.authors.create(Map.of("name", "Ada"));
		this.authors.on("archive").create(Map.of("name", "Eve"));
		assertThat(this.authors.list()).extracting(Author::getName).containsExactly("Seeded", "Ada");
		assertThat(this.authors.using("archive").list()).extracting(Author::getName).containsExactly("Seeded", "Eve");
	}

	@Test
	@AssertQueries(value = 1, database = "archive")
	void queriesOfOneDatabaseAreCounted() {
		this.authors.list();
		this.authors.using("archive").list();
	}

	@Test
	void hooksOfAllDatabasesWait(OnCommit onCommit) {
		StringBuilder ran = new StringBuilder();
		this.atomic.using("archive").run(() -> this.atomic.using("archive").onCommit(() -> ran.append("archive")));
		this.atomic.run(() -> this.atomic.onCommit(() -> ran.append("default ")));
		onCommit.run();
		assertThat(ran).hasToString("default archive");
	}

}
