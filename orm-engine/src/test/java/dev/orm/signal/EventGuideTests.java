package dev.orm.signal;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.model.Model;
import dev.orm.signal.Desk.Ticket;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The examples of the page on hooks and events. */
class EventGuideTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private final List<Object> log = new ArrayList<>();

	@Test
	void listeners() {
		// tag::listeners[]
		Listeners listeners = new Listeners();
		listeners.preSave(Ticket.class, (event) -> {
			if (event.instance().subject.isBlank()) {
				throw new IllegalArgumentException("A ticket needs a subject"); // a veto
			}
		});
		listeners.postSave(Ticket.class, (event) -> this.log.add(event.created() ? event.key() : "changed"));
		listeners.preDelete(Model.class, (event) -> this.log.add(event.instance())); // of
																						// any
																						// model
		// end::listeners[]
		Orm orm = Desk.builder(database).signals(listeners).build();
		Manager<Ticket> tickets = orm.manager(Ticket.class);
		assertThatIllegalArgumentException().isThrownBy(() -> tickets.save(Ticket.of(" ")));
		Ticket ticket = tickets.save(Ticket.of("late"));
		tickets.save(ticket);
		tickets.delete(ticket);
		assertThat(this.log).containsExactly(1L, "changed", ticket);
	}

	@Test
	void tests() {
		Orm orm = Desk.builder(database).build();
		Manager<Ticket> tickets = orm.manager(Ticket.class);
		// tag::tests[]
		orm.events().muted(() -> tickets.save(Ticket.of("nobody hears of it")));

		List<ModelEvent<?>> sent = orm.events().captured(() -> tickets.save(Ticket.of("late")));
		assertThat(sent).hasExactlyElementsOfTypes(PreSave.class, PostSave.class);
		// end::tests[]
	}

}
