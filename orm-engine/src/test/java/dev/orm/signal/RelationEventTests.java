package dev.orm.signal;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.observe.QueryLog;
import dev.orm.signal.Desk.Ticket;
import dev.orm.signal.Desk.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RelationEventTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private final Listeners listeners = new Listeners();

	private final List<String> heard = new ArrayList<>();

	private final Orm orm = Desk.builder(database).signals(this.listeners).build();

	private final Manager<Ticket> tickets = this.orm.manager(Ticket.class);

	private final Manager<Topic> topics = this.orm.manager(Topic.class);

	private Ticket ticket;

	private Topic price;

	private Topic delay;

	@BeforeEach
	void fill() {
		database.truncate(Desk.TABLES);
		this.ticket = this.tickets.save(Ticket.of("late"));
		this.price = this.topics.save(Topic.of("price"));
		this.delay = this.topics.save(Topic.of("delay"));
		this.ticket.topics.add(this.price);
	}

	private void listen() {
		this.listeners
			.relationChanging(Ticket.class, Topic.class,
					(event) -> this.heard.add("%s %s %s".formatted(event.action(), event.keys(), event.reversed())))
			.relationChanged(Ticket.class, Topic.class,
					(event) -> this.heard.add("%s of %s %s".formatted(event.relation(), event.owner(), event.keys())));
	}

	@Test
	void keysOfAChangeAreThoseThatChanged() {
		listen();
		this.ticket.topics.add(this.price, this.delay);
		assertThat(this.heard).containsExactly("ADD [1, 2] false", "topics of Ticket(1) [2]");
	}

	@Test
	void fromTheOtherSideTheRelationIsTheSame() {
		listen();
		RelatedManager.of(this.delay, "tickets").add(this.ticket);
		assertThat(this.heard).containsExactly("ADD [1] true", "topics of Topic(2) [1]");
	}

	@Test
	void whatWasNotRelatedWasNotRemoved() {
		listen();
		this.ticket.topics.remove(this.delay);
		assertThat(this.heard).containsExactly("REMOVE [2] false");
		this.heard.clear();
		this.ticket.topics.remove(this.price, this.delay);
		assertThat(this.heard).containsExactly("REMOVE [1, 2] false", "topics of Ticket(1) [1]");
	}

	@Test
	void clearingSaysWhatWasThere() {
		this.ticket.topics.add(this.delay);
		listen();
		QueryLog log = QueryLog.capture(() -> this.ticket.topics.clear());
		assertThat(this.heard).containsExactly("CLEAR [] false", "topics of Ticket(1) [1, 2]");
		assertThat(log.statements()).singleElement()
			.asString()
			.startsWith("DELETE FROM \"ticket_topics\"")
			.endsWith("RETURNING \"t0\".\"topic_id\"");
	}

	@Test
	void settingIsRemovingAndAdding() {
		listen();
		this.ticket.topics.set(List.of(this.delay));
		assertThat(this.heard).containsExactly("REMOVE [1] false", "topics of Ticket(1) [1]", "ADD [2] false",
				"topics of Ticket(1) [2]");
	}

	@Test
	void anExceptionIsAVeto() {
		this.listeners.relationChanged(Ticket.class, Topic.class, (event) -> {
			throw new IllegalStateException("no");
		});
		assertThatIllegalStateException().isThrownBy(() -> this.ticket.topics.add(this.delay));
		assertThatIllegalStateException().isThrownBy(() -> this.ticket.topics.clear());
		assertThat(this.ticket.topics.list()).containsExactly(this.price);
	}

	@Test
	void whatNobodyHearsReturnsNothing() {
		QueryLog log = QueryLog.capture(() -> this.ticket.topics.remove(this.price));
		assertThat(log.statements()).singleElement().asString().doesNotContain("RETURNING");
	}

}
