package dev.orm.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.signal.Desk.Customer;
import dev.orm.signal.Desk.Document;
import dev.orm.signal.Desk.Manual;
import dev.orm.signal.Desk.Ticket;
import dev.orm.signal.Desk.Topic;
import dev.orm.signal.Desk.UrgentTicket;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.signal.TicketPath.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private final Listeners listeners = new Listeners();

	private final List<String> heard = new ArrayList<>();

	private final Orm orm = Desk.builder(database).signals(this.listeners).build();

	private final Manager<Customer> customers = this.orm.manager(Customer.class);

	private final Manager<Ticket> tickets = this.orm.manager(Ticket.class);

	private final Manager<Topic> topics = this.orm.manager(Topic.class);

	private final Manager<Document> documents = this.orm.manager(Document.class);

	private final Manager<Manual> manuals = this.orm.manager(Manual.class);

	@BeforeEach
	void empty() {
		database.truncate(Desk.TABLES);
		Desk.CALLS.clear();
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	private void listen(Class<? extends Model> model) {
		this.listeners
			.preSave(model, (event) -> this.heard.add("PreSave %s %s".formatted(event.inserting(), event.key())))
			.postSave(model, (event) -> this.heard.add("PostSave %s %s".formatted(event.created(), event.key())))
			.preDelete(model, (event) -> this.heard.add("PreDelete " + event.instance()))
			.postDelete(model, (event) -> this.heard.add("PostDelete " + event.instance()));
	}

	@Test
	void aHookPutsTheInstanceInOrder() {
		Customer ada = this.customers.save(Customer.of("ADA@Example.org"));
		assertThat(ada.email).isEqualTo("ada@example.org");
		assertThat(this.customers.get(1L).email).isEqualTo("ada@example.org");
	}

	@Test
	void aLoadedInstanceIsTold() {
		Customer ada = Customer.of("a@b.org");
		ada.name = "Ada";
		this.customers.save(ada);
		Ticket ticket = Ticket.of("late");
		ticket.customer = dev.orm.model.ForeignKey.to(ada);
		this.tickets.save(ticket);
		assertThat(ada.greeting).isNull();
		assertThat(this.customers.refresh(ada).greeting).isEqualTo("Dear Ada");
		assertThat(this.customers.get(1L).greeting).isEqualTo("Dear Ada");
		assertThat(this.tickets.selectRelated("customer").get(1L).customer.get().greeting).isEqualTo("Dear Ada");
		assertThat(this.customers.raw("SELECT * FROM customer").list().get(0).greeting).isEqualTo("Dear Ada");
	}

	@Test
	void aSaveIsHeardBeforeAndAfter() {
		listen(Ticket.class);
		Ticket ticket = this.tickets.save(Ticket.of("late"));
		ticket.subject = "too late";
		this.tickets.save(ticket);
		assertThat(this.heard).containsExactly("PreSave true null", "PostSave true 1", "PreSave false 1",
				"PostSave false 1");
	}

	@Test
	void everyWriteOfOneInstanceIsHeardOnce() {
		listen(Ticket.class);
		Customer ada = this.customers.save(Customer.of("a@b.org"));
		this.tickets.create(Map.of("subject", "one"));
		this.tickets.getOrCreate(TICKET.subject.is("two"));
		this.tickets.getOrCreate(TICKET.subject.is("two"));
		this.tickets.updateOrCreate(Map.of("subject", "two"), Map.of("subject", "three"));
		RelatedManager<Ticket> hers = RelatedManager.of(ada, "tickets");
		hers.create(Map.of("subject", "four"));
		assertThat(this.heard).containsExactly("PreSave true null", "PostSave true 1", "PreSave true null",
				"PostSave true 2", "PreSave false 2", "PostSave false 2", "PreSave true null", "PostSave true 3");
	}

	@Test
	void writesOfManyRowsSendNothing() {
		listen(Ticket.class);
		List<Ticket> many = List.of(Ticket.of("one"), Ticket.of("two"));
		this.tickets.bulkCreate(many);
		this.tickets.bulkUpdate(many, "subject");
		this.tickets.filter("subject", "one").update(Map.of("subject", "three"));
		assertThat(this.heard).isEmpty();
	}

	@Test
	void anEmptyUpdateSendsNothing() {
		listen(Ticket.class);
		Ticket ticket = Ticket.of("late");
		this.tickets.save(ticket, (how) -> how.updateFields(List.of()));
		assertThat(this.heard).isEmpty();
	}

	@Test
	void aVetoBeforeTheSaveSendsNoStatement() {
		this.listeners.preSave(Ticket.class, (event) -> {
			throw new IllegalStateException("no");
		});
		Ticket ticket = Ticket.of("late");
		int statements = Queries.count(
				() -> assertThatIllegalStateException().isThrownBy(() -> this.tickets.save(ticket)).withMessage("no"));
		assertThat(statements).isZero();
		assertThat(ticket.isSaved()).isFalse();
	}

	@Test
	void aVetoAfterTheSaveUndoesTheRow() {
		this.listeners.postSave(Ticket.class, (event) -> {
			throw new IllegalStateException("no");
		});
		Ticket ticket = Ticket.of("late");
		assertThatIllegalStateException().isThrownBy(() -> this.tickets.save(ticket));
		assertThat(this.tickets.count()).isZero();
		assertThat(ticket.id).isNull();
		assertThat(ticket.isSaved()).isFalse();
	}

	@Test
	void aHookAfterTheSaveIsInItsTransaction() {
		Document document = new Document();
		document.title = "refused";
		assertThatIllegalStateException().isThrownBy(() -> this.documents.save(document));
		assertThat(this.documents.count()).isZero();
	}

	@Test
	void inATransactionAnExceptionOfAListenerIsAnOrdinaryOne() {
		this.listeners.postSave(Ticket.class, (event) -> {
			throw new IllegalStateException("no");
		});
		this.orm.atomic().run(() -> {
			assertThatIllegalStateException().isThrownBy(() -> this.tickets.save(Ticket.of("late")));
			this.topics.save(Topic.of("still possible"));
		});
		assertThat(this.tickets.count()).isEqualTo(1);
		assertThat(this.topics.count()).isEqualTo(1);
	}

	@Test
	void aListenerSeesTheRowAsItIs() {
		List<String> stored = new ArrayList<>();
		this.listeners.preSave(Ticket.class,
				(event) -> stored.add(event.stored().map((row) -> row.subject).orElse("none")));
		Ticket ticket = this.tickets.save(Ticket.of("late"));
		ticket.subject = "too late";
		int statements = Queries.count(() -> this.tickets.save(ticket));
		assertThat(stored).containsExactly("none", "late");
		assertThat(statements).isEqualTo(2);
	}

	@Test
	void whatAListenerSetsIsSaved() {
		this.listeners.preSave(Ticket.class, (event) -> event.instance().subject = "set by a listener");
		this.tickets.save(Ticket.of("late"));
		assertThat(this.tickets.get(1L).subject).isEqualTo("set by a listener");
	}

	@Test
	void aChildIsSavedAsItselfAndDeletedWithThePartOfItsParent() {
		listen(Document.class);
		Manual manual = new Manual();
		manual.title = "How to";
		this.manuals.save(manual);
		this.manuals.delete(manual);
		assertThat(this.heard).containsExactly("PreSave true null", "PostSave true 1", "PreDelete Manual(1)",
				"PreDelete Document(1)", "PostDelete Manual(1)", "PostDelete Document(1)");
		assertThat(Desk.CALLS).containsExactly("afterSave true", "beforeDelete How to", "afterDelete How to true");
	}

	@Test
	void aProxySendsTheProxy() {
		listen(UrgentTicket.class);
		this.tickets.save(Ticket.of("late"));
		UrgentTicket urgent = new UrgentTicket();
		urgent.subject = "now";
		this.orm.manager(UrgentTicket.class).save(urgent);
		assertThat(this.heard).containsExactly("PreSave true null", "PostSave true 2");
	}

	@Test
	void savesInEachOtherEndSomewhere() {
		this.listeners.postSave(Ticket.class, (event) -> this.tickets.save(event.instance()));
		assertThatExceptionOfType(EndlessSaveException.class).isThrownBy(() -> this.tickets.save(Ticket.of("late")))
			.withMessageStartingWith("Ticket(1) is saved from its own afterSave() or PostSave event 16 deep.")
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Ticket"));
		assertThat(this.tickets.count()).isZero();
	}

	@Test
	void aDeleteIsHeardBeforeAndAfter() {
		listen(Ticket.class);
		Ticket ticket = this.tickets.save(Ticket.of("late"));
		this.heard.clear();
		QueryLog log = QueryLog.capture(() -> this.tickets.delete(ticket));
		assertThat(this.heard).containsExactly("PreDelete Ticket(1)", "PostDelete Ticket(1)");
		assertThat(log.statements()).allMatch((sql) -> sql.startsWith("DELETE"));
		assertThat(ticket.isSaved()).isFalse();
	}

	@Test
	void rowsOfACascadeAreLoadedForWhoeverListens() {
		Customer ada = this.customers.save(Customer.of("a@b.org"));
		RelatedManager<Ticket> hers = RelatedManager.of(ada, "tickets");
		hers.create(Map.of("subject", "one"));
		hers.create(Map.of("subject", "two"));
		int before = Queries.count(() -> this.orm.atomic().run(() -> {
			this.customers.delete(this.customers.get(1L));
			this.orm.atomic().setRollbackOnly();
		}));
		this.listeners.preDelete(Ticket.class,
				(event) -> this.heard.add(event.instance().subject + " " + event.origin().isPresent()));
		int with = Queries.count(() -> this.customers.delete(this.customers.get(1L)));
		assertThat(this.heard).containsExactlyInAnyOrder("one true", "two true");
		assertThat(with).isEqualTo(before + 1);
	}

	@Test
	void rowsOfAQueryAreLoadedForWhoeverListens() {
		this.tickets.bulkCreate(List.of(Ticket.of("one"), Ticket.of("two")));
		listen(Ticket.class);
		assertThat(this.tickets.filter("subject", "one").delete().total()).isEqualTo(1);
		assertThat(this.heard).containsExactly("PreDelete Ticket(1)", "PostDelete Ticket(1)");
	}

	@Test
	void aVetoBeforeADeleteSendsNoDelete() {
		Ticket ticket = this.tickets.save(Ticket.of("late"));
		this.listeners.preDelete(Ticket.class, (event) -> {
			throw new IllegalStateException("no");
		});
		assertThatIllegalStateException().isThrownBy(() -> this.tickets.delete(ticket));
		assertThat(ticket.isSaved()).isTrue();
		assertThat(this.tickets.count()).isEqualTo(1);
	}

	@Test
	void aVetoAfterADeleteUndoesIt() {
		Ticket ticket = this.tickets.save(Ticket.of("late"));
		this.listeners.postDelete(Ticket.class, (event) -> {
			throw new IllegalStateException("no");
		});
		assertThatIllegalStateException().isThrownBy(() -> this.tickets.delete(ticket));
		assertThat(ticket.id).isEqualTo(1L);
		assertThat(this.tickets.count()).isEqualTo(1);
	}

	@Test
	void whatNobodyHearsCostsNoStatement() {
		QueryLog log = QueryLog.capture(() -> {
			Ticket ticket = this.tickets.save(Ticket.of("late"));
			this.tickets.delete(ticket);
		});
		assertThat(log.statements()).satisfiesExactly((sql) -> assertThat(sql).startsWith("INSERT INTO"),
				(sql) -> assertThat(sql).contains("ticket_topics"),
				(sql) -> assertThat(sql).startsWith("DELETE FROM \"ticket\""));
	}

	@Test
	void mutedEventsReachNobody() {
		listen(Ticket.class);
		this.orm.events().muted(() -> this.tickets.save(Ticket.of("one")));
		this.orm.events().muted(() -> this.tickets.save(Ticket.of("two")), PostSave.class);
		assertThat(this.heard).containsExactly("PreSave true null");
		this.tickets.save(Ticket.of("three"));
		assertThat(this.heard).hasSize(3);
	}

	@Test
	void capturedEventsAreListedHeardOrNot() {
		List<ModelEvent<?>> events = this.orm.events().captured(() -> {
			Ticket ticket = this.tickets.save(Ticket.of("one"));
			this.tickets.bulkCreate(List.of(Ticket.of("two")), BulkCreateOptions::ignoringConflicts);
			this.tickets.delete(ticket);
		});
		assertThat(events).hasExactlyElementsOfTypes(PreSave.class, PostSave.class, PreDelete.class, PostDelete.class);
		assertThat(this.orm.events().captured(() -> {
		})).isEmpty();
	}

}
