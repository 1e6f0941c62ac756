package dev.orm.observe;

import java.util.ArrayList;
import java.util.List;

import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.routing.Route;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.BadSqlGrammarException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class QueryMetricsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE n (i bigint)");

	private static final Databases DATABASES = Databases.of(Database.of("default", database.dataSource()));

	@Test
	void onlyASelectChangesNoRows() {
		assertThat(Operation.values()).filteredOn((operation) -> !operation.isWrite())
			.containsExactly(Operation.SELECT);
	}

	@Test
	void statementsAreTimedByOperationAndTableWithAllTags() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		StatementRunner runner = runner(
				new QueryListeners(List.of(new QueryMeters(meters, (alias) -> "shop", false)), null));

		runner.update(call("DELETE FROM n", Operation.DELETE));
		runner.update(call("DELETE FROM n", Operation.DELETE));
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> runner.update(call("DELETE FROM m", Operation.DELETE)));

		Timer timer = meters.get(QueryMeters.DURATION)
			.tags("db.operation.name", "DELETE", "error.type", "none")
			.timer();
		assertThat(timer.count()).isEqualTo(2);
		assertThat(timer.getId().getTags()).extracting(Object::toString)
			.containsExactlyInAnyOrder("tag(db.system.name=postgresql)", "tag(db.namespace=shop)",
					"tag(db.operation.name=DELETE)", "tag(db.collection.name=n)", "tag(db.response.status_code=none)",
					"tag(error.type=none)", "tag(orm.database=default)", "tag(orm.target=primary)",
					"tag(orm.query=none)");
		assertThat(meters.get(QueryMeters.DURATION)
			.tags("error.type", "UnknownObjectException", "db.response.status_code", "42P01")
			.timer()
			.count()).isOne();
	}

	@Test
	void rowsOfSelectsAreSummed() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		StatementRunner runner = runner(
				new QueryListeners(List.of(new QueryMeters(meters, (alias) -> "shop", false)), null));

		runner.query(call("SELECT generate_series(1, 5)", Operation.SELECT), (rows) -> {
			while (rows.next()) {
				// all of them
			}
			return 0;
		});

		assertThat(meters.get(QueryMeters.ROWS).tags("db.operation.name", "SELECT").summary().totalAmount())
			.isEqualTo(5);
	}

	@Test
	void aNameIsATagUntilThereAreTooMany() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		StatementRunner runner = runner(
				new QueryListeners(List.of(new QueryMeters(meters, (alias) -> "shop", false)), null));
		for (int i = 0; i < 202; i++) {
			runner.update(new StatementCall(Route.DEFAULT, "DELETE FROM n", List.of(), List.of(), Operation.DELETE, "n",
					Purpose.PLAIN.named("name " + i)));
		}

		assertThat(meters.get(QueryMeters.DURATION).tags("orm.query", "name 199").timer().count()).isOne();
		assertThat(meters.get(QueryMeters.DURATION).tags("orm.query", "other").timer().count()).isEqualTo(2);
	}

	@Test
	void observationsCarryTheText() {
		List<Observation.Context> stopped = new ArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new Recorder(stopped));
		StatementRunner runner = runner(new QueryListeners(List.of(), new QueryObservations(registry)));

		runner.update(call("DELETE FROM n", Operation.DELETE));

		assertThat(stopped).singleElement().satisfies((context) -> {
			assertThat(context.getContextualName()).isEqualTo("DELETE n");
			assertThat(context.getHighCardinalityKeyValues().toString()).contains("DELETE FROM n");
		});
	}

	@Test
	void aListenerThatFailsDoesNotFailTheStatement() {
		QueryListener broken = (event) -> {
			throw new IllegalStateException("broken meter");
		};

		assertThat(runner(new QueryListeners(List.of(broken), null)).update(call("DELETE FROM n", Operation.DELETE)))
			.isZero();
	}

	@Test
	void logsNestAndCloseInOrder() {
		StatementRunner runner = runner(QueryListeners.NONE);
		QueryLog outer = QueryLog.start();
		QueryLog inner = QueryLog.start();
		runner.update(call("DELETE FROM n", Operation.DELETE));
		assertThatIllegalStateException().isThrownBy(outer::close);
		inner.close();
		outer.close();

		runner.update(call("DELETE FROM n", Operation.DELETE));

		assertThat(inner.statements()).containsExactly("DELETE FROM n");
		assertThat(outer.count()).isEqualTo(1);
		assertThat(Queries.count(() -> runner.update(call("DELETE FROM n", Operation.DELETE)))).isEqualTo(1);
	}

	private static StatementRunner runner(QueryListeners listeners) {
		return new StatementRunner(DATABASES, listeners);
	}

	private static StatementCall call(String sql, Operation operation) {
		return StatementCall.of(Route.DEFAULT, sql, operation, "n");
	}

	private record Recorder(List<Observation.Context> stopped) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
