package dev.orm.boot.test;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.observe.QueryLog;
import dev.orm.work.UnitOfWork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.OrmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

// tag::class[]
@OrmTest(replicas = ReplicaUse.REAL)
@ContextConfiguration(classes = Library.class)
class RealReplicaTests {

	@Autowired
	private Manager<Author> authors;

	@Test
	void whoWritesReadsThePrimaryUntilTheReplicaHasIt(Standby standby) {
		standby.pause();
		UnitOfWork.run(() -> {
			this.authors.create(Map.of("name", "Ada"));
			assertThat(QueryLog.capture(() -> this.authors.get("name", "Ada"))).readsFromPrimary();
		});
		UnitOfWork.run(() -> assertThat(QueryLog.capture(() -> this.authors.list())).readsFrom("replica"));
	}

	// end::class[]

	@Test
	void readsGoToTheStandby() {
		UnitOfWork.run(() -> assertThat(QueryLog.capture(() -> this.authors.count())).readsFrom("replica"));
	}

	@RepeatedTest(2)
	void aStandbyThatIsKilledOrPromotedIsReadNoMoreAndIsWellAgainInTheNextTest(Standby standby) {
		UnitOfWork.run(() -> assertThat(QueryLog.capture(() -> this.authors.count())).readsFrom("replica"));
		standby.kill();
		assertThat(QueryLog.capture(() -> this.authors.count())).readsFromPrimary();
		standby.start();
		standby.promote();
		// it tells so with an answer
		Awaitility.await()
			.untilAsserted(() -> assertThat(QueryLog.capture(() -> this.authors.count())).readsFromPrimary());
	}

	@Test
	void aFailureTellsWhereReadsWentAndWhy() {
		UnitOfWork.run(() -> {
			QueryLog log = QueryLog.capture(() -> this.authors.count());
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(log).readsFromPrimary())
				.withMessageContaining("Expected all reads from the primary, but they went to:")
				.withMessageContaining("replica, fresh: SELECT");
		});
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(QueryLog.capture(() -> {
		})).readsFrom("replica")).withMessageContaining("but nothing was read");
	}

	@Test
	void standbysAreAskedForByTheirNames(Standbys standbys) {
		assertThat(standbys.get("replica").name()).isEqualTo("replica");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> standbys.get("west"))
			.withMessage("There is no replica 'west'. Choices: replica");
	}

}
