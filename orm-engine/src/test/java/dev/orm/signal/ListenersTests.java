package dev.orm.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.signal.Desk.Customer;
import dev.orm.signal.Desk.Ticket;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told, from when on and until when. */
class ListenersTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private final List<String> heard = new ArrayList<>();

	private final Listeners listeners = new Listeners();

	private final Orm orm = Desk.builder(database).signals(this.listeners).build();

	private final Manager<Ticket> tickets = this.orm.manager(Ticket.class);

	private final Manager<Customer> customers = this.orm.manager(Customer.class);

	@BeforeEach
	void empty() {
		database.truncate(Desk.TABLES);
	}

	@Test
	void aListenerThatIsConnectedTwiceIsToldOnce() {
		Consumer<PostSave<Ticket>> listener = (event) -> this.heard.add(event.instance().subject);
		this.listeners.postSave(Ticket.class, listener).postSave(Ticket.class, listener);
		this.tickets.save(Ticket.of("once"));
		assertThat(this.heard).containsExactly("once");
	}

	// tag::disconnect[]
	@Test
	void aListenerThatIsDisconnectedIsToldNothing() {
		Consumer<PreSave<Ticket>> listener = (event) -> this.heard.add(event.instance().subject);
		this.listeners.preSave(Ticket.class, listener);
		this.tickets.save(Ticket.of("heard"));
		assertThat(this.listeners.disconnect(listener)).isTrue();
		assertThat(Queries.count(() -> this.tickets.save(Ticket.of("unheard")))).isEqualTo(1);
		assertThat(this.listeners.disconnect(listener)).isFalse();
		assertThat(this.heard).containsExactly("heard");
	}
	// end::disconnect[]

	@Test
	void whoComesInsteadOfAnotherIsTold() {
		Consumer<PostSave<Ticket>> one = (event) -> this.heard.add("ticket");
		this.listeners.postSave(Ticket.class, one);
		this.customers.save(Customer.of("a@b.org"));
		this.listeners.disconnect(one);
		this.listeners.postSave(Customer.class, (event) -> this.heard.add("customer"));
		this.customers.save(Customer.of("b@b.org"));
		this.tickets.save(Ticket.of("unheard"));
		assertThat(this.heard).containsExactly("customer");
	}

}
