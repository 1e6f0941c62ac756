package dev.orm.signal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.orm.Scoping;
import dev.orm.Manager;
import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.signal.Desk.Customer;
import dev.orm.signal.Desk.Ticket;
import dev.orm.signal.Desk.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.ResolvableType;

import static dev.orm.signal.TicketPath.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way to write a single instance runs its hooks and events exactly once, every
 * other write none: over all public methods of managers and querysets.
 */
class EventLawTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private static final Set<String> READING = Set.of(("after aggregate aggregatePerRelation alias all and annotate at "
			+ "binder build changes contains copyTo count dates datetimes defer deferNothing difference distinct earliest exclude exists explain "
			+ "fetchMode filter find first flat forEach get inBulk inBulkBy intersection iterator join last latest "
			+ "leftJoin limit list modelType narrow nextInOrder noPrefetchRelated noSelectRelated none of on only or orderBy "
			+ "ordered plan prefetchRelated previousInOrder query raw reference refresh reverse selectForUpdate selectRelated slice spliterator "
			+ "fullClean validate validateAll "
			+ "stream throughDefaults toSql totallyOrdered union unionAll using values valuesList versions "
			+ "versionsOf with xor")
		.split(" "));

	/**
	 * Rows that point to an instance are not changed by their keys alone, what was
	 * removed is not restored, and what has no place is not moved.
	 */
	private static final Set<String> REFUSED = Set.of("OneToMany.addKeys", "OneToMany.removeKeys", "OneToMany.setKeys",
			"OneToMany.move", "OneToMany.reorder", "Manager.restore", "QuerySet.restore", "OneToMany.restore",
			"ManyToMany.restore");

	/** What each writing method, by its class and name, makes heard of tickets. */
	private static final Map<String, Way> WRITING = new LinkedHashMap<>();

	static {
		one("Manager.save", "PreSave PostSave", (desk) -> desk.tickets.save(Ticket.of("new")));
		one("Manager.create", "PreSave PostSave", (desk) -> desk.tickets.create(TICKET.subject.is("new")));
		one("Manager.getOrCreate", "PreSave PostSave", (desk) -> desk.tickets.getOrCreate(TICKET.subject.is("new")));
		one("Manager.updateOrCreate", "PreSave PostSave",
				(desk) -> desk.tickets.updateOrCreate(Map.of("subject", "old"), Map.of("subject", "new")));
		one("Manager.delete", "PreDelete PostDelete", (desk) -> desk.tickets.delete(desk.ticket));
		one("Manager.hardDelete", "PreDelete PostDelete", (desk) -> desk.tickets.hardDelete(desk.ticket));
		one("Manager.bulkCreate", "", (desk) -> desk.tickets.bulkCreate(List.of(Ticket.of("new"))));
		one("Manager.bulkUpdate", "", (desk) -> desk.tickets.bulkUpdate(List.of(desk.ticket), "subject"));
		one("Manager.update", "", (desk) -> desk.tickets.update(TICKET.subject.set("new")));
		one("QuerySet.create", "PreSave PostSave", (desk) -> desk.tickets.all().create(TICKET.subject.is("new")));
		one("QuerySet.getOrCreate", "PreSave PostSave",
				(desk) -> desk.tickets.all().getOrCreate(TICKET.subject.is("new")));
		one("QuerySet.updateOrCreate", "PreSave PostSave",
				(desk) -> desk.tickets.all().updateOrCreate(Map.of("subject", "new"), Map.of()));
		one("QuerySet.delete", "PreDelete PostDelete",
				(desk) -> desk.tickets.filter(TICKET.subject.eq("old")).delete());
		one("QuerySet.hardDelete", "PreDelete PostDelete",
				(desk) -> desk.tickets.filter(TICKET.subject.eq("old")).hardDelete());
		one("QuerySet.bulkCreate", "", (desk) -> desk.tickets.all().bulkCreate(List.of(Ticket.of("new"))));
		one("QuerySet.bulkUpdate", "",
				(desk) -> desk.tickets.all()
					.bulkUpdate(List.of(desk.ticket), List.of("subject"),
							(how) -> how.computing(Map.of(desk.ticket, List.of(TICKET.subject.set(TICKET.subject))))));
		one("QuerySet.update", "", (desk) -> desk.tickets.all().update(TICKET.subject.set("new")));
		one("OneToMany.save", "PreSave PostSave", (desk) -> desk.customer.tickets.save(desk.ticket));
		one("OneToMany.create", "PreSave PostSave", (desk) -> desk.customer.tickets.create(TICKET.subject.is("new")));
		one("OneToMany.getOrCreate", "PreSave PostSave",
				(desk) -> desk.customer.tickets.getOrCreate(TICKET.subject.is("new")));
		one("OneToMany.updateOrCreate", "PreSave PostSave",
				(desk) -> desk.customer.tickets.updateOrCreate(Map.of("subject", "new"), Map.of()));
		one("OneToMany.delete", "PreDelete PostDelete", (desk) -> desk.customer.tickets.delete(desk.ticket));
		one("OneToMany.hardDelete", "PreDelete PostDelete", (desk) -> desk.customer.tickets.hardDelete(desk.ticket));
		one("OneToMany.add", "", (desk) -> desk.customer.tickets.add(desk.other));
		one("OneToMany.remove", "", (desk) -> desk.customer.tickets.remove(desk.ticket));
		one("OneToMany.set", "", (desk) -> desk.customer.tickets.set(List.of(desk.other)));
		one("OneToMany.clear", "", (desk) -> desk.customer.tickets.clear());
		one("OneToMany.bulkCreate", "", (desk) -> desk.customer.tickets.bulkCreate(List.of(Ticket.of("new"))));
		one("OneToMany.bulkUpdate", "", (desk) -> desk.customer.tickets.bulkUpdate(List.of(desk.ticket), "subject"));
		one("OneToMany.update", "", (desk) -> desk.customer.tickets.update(TICKET.subject.set("new")));
		one("ManyToMany.save", "PreSave PostSave", (desk) -> desk.topic.tickets().save(desk.ticket));
		one("ManyToMany.create", "PreSave PostSave Changing Changed",
				(desk) -> desk.topic.tickets().create(TICKET.subject.is("new")));
		one("ManyToMany.getOrCreate", "PreSave PostSave Changing Changed",
				(desk) -> desk.topic.tickets().getOrCreate(TICKET.subject.is("new")));
		one("ManyToMany.updateOrCreate", "PreSave PostSave Changing Changed",
				(desk) -> desk.topic.tickets().updateOrCreate(Map.of("subject", "new"), Map.of()));
		one("ManyToMany.delete", "PreDelete PostDelete", (desk) -> desk.topic.tickets().delete(desk.ticket));
		one("ManyToMany.hardDelete", "PreDelete PostDelete", (desk) -> desk.topic.tickets().hardDelete(desk.ticket));
		one("ManyToMany.add", "Changing Changed", (desk) -> desk.topic.tickets().add(desk.other));
		one("ManyToMany.addKeys", "Changing Changed", (desk) -> desk.topic.tickets().addKeys(desk.other.id));
		one("ManyToMany.remove", "Changing Changed", (desk) -> desk.topic.tickets().remove(desk.ticket));
		one("ManyToMany.removeKeys", "Changing Changed", (desk) -> desk.topic.tickets().removeKeys(desk.ticket.id));
		one("ManyToMany.set", "Changing Changed Changing Changed",
				(desk) -> desk.topic.tickets().set(List.of(desk.other)));
		one("ManyToMany.setKeys", "Changing Changed Changing Changed",
				(desk) -> desk.topic.tickets().setKeys(List.of(desk.other.id)));
		one("ManyToMany.clear", "Changing Changed", (desk) -> desk.topic.tickets().clear());
		one("ManyToMany.bulkUpdate", "", (desk) -> desk.topic.tickets().bulkUpdate(List.of(desk.ticket), "subject"));
		one("ManyToMany.update", "", (desk) -> desk.topic.tickets().update(TICKET.subject.set("new")));
		one("ManyToMany.bulkCreate", "", (desk) -> desk.tickets.bulkCreate(List.of(Ticket.of("new"))));
	}

	static {
		one("Manager.copyFrom", "", (desk) -> desk.tickets.copyFrom(row(), TICKET.subject));
		one("QuerySet.copyFrom", "", (desk) -> desk.tickets.all().copyFrom(row(), TICKET.subject));
		one("OneToMany.copyFrom", "", (desk) -> desk.customer.tickets.copyFrom(row(), TICKET.subject));
		one("ManyToMany.copyFrom", "", (desk) -> desk.topic.tickets().copyFrom(row(), TICKET.subject));
	}

	private final Listeners listeners = new Listeners();

	private final List<String> heard = new ArrayList<>();

	private final Orm orm = Desk.builder(database).signals(this.listeners).build();

	private final Manager<Ticket> tickets = this.orm.manager(Ticket.class);

	private Customer customer;

	private Ticket ticket;

	private Ticket other;

	private Topic topic;

	private static void one(String method, String expected, Writing work) {
		WRITING.put(method, new Way(expected, work));
	}

	private static InputStream row() {
		return new ByteArrayInputStream("new\n".getBytes(StandardCharsets.UTF_8));
	}

	@BeforeEach
	void fill() {
		database.truncate(Desk.TABLES);
		this.customer = this.orm.manager(Customer.class).save(Customer.of("a@b.org"));
		this.topic = this.orm.manager(Topic.class).save(Topic.of("delay"));
		this.other = this.tickets.save(Ticket.of("other"));
		this.ticket = this.tickets.save(Ticket.of("old"));
		this.customer.tickets.add(this.ticket);
		this.topic.tickets().add(this.ticket);
		this.listeners.preSave(Ticket.class, (event) -> this.heard.add("PreSave"))
			.postSave(Ticket.class, (event) -> this.heard.add("PostSave"))
			.preDelete(Ticket.class, (event) -> this.heard.add("PreDelete"))
			.postDelete(Ticket.class, (event) -> this.heard.add("PostDelete"))
			.relationChanging(Ticket.class, Topic.class, (event) -> this.heard.add("Changing"))
			.relationChanged(Ticket.class, Topic.class, (event) -> this.heard.add("Changed"));
	}

	static Set<String> ways() {
		return WRITING.keySet();
	}

	@ParameterizedTest
	@MethodSource("ways")
	void aWriteIsHeardAsOftenAsItShould(String method) {
		Way way = WRITING.get(method);
		way.work().run(this);
		assertThat(String.join(" ", this.heard)).isEqualTo(way.expected());
	}

	@Test
	void everyPublicMethodReadsOrIsAmongTheWays() {
		Set<String> missing = new TreeSet<>();
		for (Class<?> type : List.of(Manager.class, QuerySet.class, OneToMany.class, ManyToMany.class)) {
			methods(type).filter((name) -> !READING.contains(name))
				.map((name) -> type.getSimpleName() + "." + name)
				.filter((name) -> !WRITING.containsKey(name) && !REFUSED.contains(name))
				.forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

	private static Stream<String> methods(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class)
			// what answers rows to go on with writes nothing
			.filter((method) -> !Scoping.class
				.isAssignableFrom(ResolvableType.forMethodReturnType(method, type).resolve(Object.class)))
			.map(Method::getName)
			.distinct();
	}

	private record Way(String expected, Writing work) {

	}

	private interface Writing {

		void run(EventLawTests desk);

	}

}
