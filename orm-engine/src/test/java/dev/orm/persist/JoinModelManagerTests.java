package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.AbstractManager;
import dev.orm.AbstractQuerySet;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.annotation.DefaultManager;
import dev.orm.persist.House.Agent;
import dev.orm.persist.House.Contract;
import dev.orm.persist.House.Publisher;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.orm.persist.ContractPath.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The default manager of a join model says which of its rows are changed; what they join
 * is found by all of them. Django's {@code through._default_manager}.
 */
class JoinModelManagerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(House.SCHEMA);

	private final Orm orm = House.orm(database);

	private Publisher reclam;

	@BeforeEach
	void fill() {
		this.orm.bind(new RunningContracts());
		database.truncate("publisher", "agent", "contract");
		database.execute("INSERT INTO publisher (name) VALUES ('Reclam'), ('Other')",
				"INSERT INTO agent SELECT FROM generate_series(1, 3)",
				"INSERT INTO contract (agent_id, publisher, since)"
						+ " VALUES (1, 'Reclam', 1990), (2, 'Reclam', 2010), (2, 'Other', 2010)");
		this.reclam = this.orm.manager(Publisher.class).get("name", "Reclam");
	}

	private RelatedManager<Agent> agents() {
		return RelatedManager.of(this.reclam, "agents");
	}

	@Test
	void allJoinRowsLeadToTargets() {
		assertThat(agents().orderBy("id").flat("id").list()).containsExactly(1L, 2L);
		List<Publisher> publishers = this.orm.manager(Publisher.class).orderBy("id").prefetchRelated("agents").list();
		assertThat(RelatedManager.of(publishers.get(0), "agents").count()).isEqualTo(2);
	}

	@Test
	void clearingLeavesHiddenJoinRowsAlone() {
		agents().clear();
		assertThat(contracts()).containsExactly("2 Other 2010", "1 Reclam 1990");
	}

	@Test
	void removingLeavesHiddenJoinRowsAlone() {
		agents().removeKeys(1L, 2L);
		assertThat(contracts()).containsExactly("2 Other 2010", "1 Reclam 1990");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void settingLeavesHiddenJoinRowsAlone(boolean clear) {
		agents().set(List.of(3L), true, clear, Map.of("since", 2020));
		assertThat(contracts()).containsExactly("2 Other 2010", "1 Reclam 1990", "3 Reclam 2020");
	}

	@Test
	void aTargetOfAHiddenJoinRowIsAddedAgain() {
		agents().add(List.of(1L, 2L), true, Map.of("since", 2020));
		assertThat(contracts()).containsExactly("2 Other 2010", "1 Reclam 1990", "1 Reclam 2020", "2 Reclam 2010");
	}

	private List<String> contracts() {
		return this.orm.manager(Contract.class)
			.orderBy("publisherId", "agentId", "since")
			.valuesList("agentId", "publisherId", "since")
			.list()
			.stream()
			.map((row) -> row.get(0) + " " + row.get(1) + " " + row.get(2))
			.toList();
	}

	static class ContractQuerySet extends AbstractQuerySet<Contract, ContractQuerySet> {

	}

	@DefaultManager
	static class RunningContracts extends AbstractManager<Contract, ContractQuerySet> {

		@Override
		protected ContractQuerySet getQuerySet() {
			return super.getQuerySet().filter(CONTRACT.since.gte(2000));
		}

	}

}
