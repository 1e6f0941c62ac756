package dev.orm.tenancy;

import java.util.List;
import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.model.ForeignKey;
import dev.orm.session.CrossTenantException;
import dev.orm.session.NoTenantException;
import dev.orm.session.Tenants;
import dev.orm.tenancy.Office.Client;
import dev.orm.tenancy.Office.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.tenancy.ClientPath.CLIENT;
import static dev.orm.tenancy.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rows of a generated join table are the tenant's, by policies too. */
class JoinTableTenancyTests {

	@RegisterExtension
	static final TestDatabase database = Office.database();

	private static final HikariDataSource guarded = Office.pool(database, 2);

	private Optional<Object> current = Optional.of(1L);

	private final Orm orm = Office.orm(guarded).session((session) -> session.tenants(() -> this.current)).build();

	private final Tenants tenants = this.orm.tenants();

	private final Manager<Client> clients = this.orm.manager(Client.class);

	private final Manager<Topic> topics = this.orm.manager(Topic.class);

	@BeforeEach
	void fill() {
		Office.fill(database);
	}

	@AfterAll
	static void close() {
		guarded.close();
	}

	/** What is stored, whoever asks: company, client and topic. */
	private static List<String> rows() {
		return JdbcClient.create(database.dataSource())
			.sql("SELECT concat_ws('-', company_id, client_id, topic_id) FROM client_interests ORDER BY 1")
			.query(String.class)
			.list();
	}

	@Test
	void rowsAreAddedForTheTenantOfTheInstance() {
		Topic work = this.topics.get();
		this.clients.get(1L).interests.add(work);
		assertThat(rows()).containsExactly("1-1-1", "1-2-1", "2-3-2");
		this.clients.get(1L).interests.add(work);
		assertThat(rows()).hasSize(3);
		this.tenants.run(2L, () -> this.topics.create(TOPIC.name.is("rest")));
		this.tenants.run(2L, () -> this.clients.get(3L).interests.set(this.topics.list()));
		assertThat(rows()).containsExactly("1-1-1", "1-2-1", "2-3-2", "2-3-3");
	}

	@Test
	void rowsAreAddedFromTheOtherSideToo() {
		RelatedManager.of(this.topics.get(), TOPIC.interested()).addKeys(1L);
		assertThat(rows()).containsExactly("1-1-1", "1-2-1", "2-3-2");
	}

	@Test
	void aRowIsReadAndTakenAwayForItsTenant() {
		assertThat(this.clients.filter(CLIENT.interests().name.eq("work")).list()).extracting((client) -> client.id)
			.containsExactly(2L);
		assertThat(this.clients.get(2L).interests.list()).hasSize(1);
		this.clients.get(2L).interests.clear();
		assertThat(rows()).containsExactly("2-3-2");
		this.tenants.run(2L, () -> this.clients.get(3L).interests.remove(this.topics.get(2L)));
		assertThat(rows()).isEmpty();
	}

	@Test
	void anInstanceOfAnotherTenantIsRefused() {
		Client other = this.tenants.call(2L, () -> this.clients.get(3L));
		assertThatExceptionOfType(CrossTenantException.class).isThrownBy(() -> other.interests.addKeys(1L));
		other.interests.clear();
		assertThat(rows()).hasSize(2);
	}

	@Test
	void aTargetOfAnotherTenantIsRefusedByTheDatabase() {
		Client own = this.clients.get(1L);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> own.interests.addKeys(2L));
		assertThat(rows()).hasSize(2);
	}

	@Test
	void inWorkForAllTheInstanceSaysWhoseARowIs() {
		this.tenants.all(() -> {
			Client client = this.clients.get(1L);
			client.interests.addKeys(1L);
			assertThat(this.clients.filter(CLIENT.interests().isNotNull()).count()).isEqualTo(3);
			Client nobodys = Client.of("eve", "9");
			nobodys.company = ForeignKey.ofId(1L);
			this.clients.save(nobodys);
			nobodys.interests.addKeys(1L);
		});
		assertThat(rows()).containsExactly("1-1-1", "1-2-1", "1-4-1", "2-3-2");
	}

	@Test
	void withoutATenantNoRowIsAdded() {
		Client own = this.clients.get(1L);
		this.current = Optional.empty();
		assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> own.interests.addKeys(1L));
	}

	@Test
	void rowsGoWithTheInstance() {
		this.clients.delete(this.clients.get(2L));
		assertThat(rows()).containsExactly("2-3-2");
	}

}
