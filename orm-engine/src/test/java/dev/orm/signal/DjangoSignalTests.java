package dev.orm.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.ManyToMany;
import dev.orm.Orm;
import dev.orm.model.Model;
import dev.orm.signal.Desk.Customer;
import dev.orm.signal.Desk.Document;
import dev.orm.signal.Desk.Manual;
import dev.orm.signal.Desk.Ticket;
import dev.orm.signal.Desk.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners hear what Django's receivers heard of the same steps
 * ({@code django/signals.json}), in the same order. One thing is our own: before an
 * addition keys are those that were asked for, where Django says those that are not there
 * yet.
 */
class DjangoSignalTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Desk.SCHEMA);

	private static final Map<String, Kind<?>> KINDS = Map
		.of("Customer", new Kind<>(Customer.class, "email", (customer) -> customer.email, Customer::of), "Ticket",
				new Kind<>(Ticket.class, "subject", (ticket) -> ticket.subject, Ticket::of), "Topic",
				new Kind<>(Topic.class, "name", (topic) -> topic.name, Topic::of), "Document",
				new Kind<>(Document.class, "title", (document) -> document.title,
						(title) -> titled(new Document(), title)),
				"Manual",
				new Kind<>(Manual.class, "title", (manual) -> manual.title, (title) -> titled(new Manual(), title)));

	private final Listeners listeners = new Listeners();

	private final List<String> heard = new ArrayList<>();

	private final Orm orm = Desk.builder(database).signals(this.listeners).build();

	@BeforeEach
	void listen() {
		KINDS.values().forEach(this::listen);
		this.listeners
			.relationChanging(Ticket.class, Topic.class,
					(event) -> this.heard.add("Changing "
							+ told(event, (event.action() == RelationAction.REMOVE) ? event.keys() : Set.of())))
			.relationChanged(Ticket.class, Topic.class, (event) -> this.heard
				.add("Changed " + told(event, (event.action() == RelationAction.CLEAR) ? Set.of() : event.keys())));
	}

	private <T extends Model> void listen(Kind<T> kind) {
		this.listeners.preSave(kind.type(), (event) -> tell("PreSave", kind, event, fields(event.updateFields())))
			.postSave(kind.type(),
					(event) -> tell("PostSave", kind, event,
							(event.created() ? "created " : "updated ") + fields(event.updateFields())))
			.preDelete(kind.type(), (event) -> tell("PreDelete", kind, event, ""))
			.postDelete(kind.type(), (event) -> tell("PostDelete", kind, event, ""));
	}

	/** A listener to documents hears of manuals too, a receiver does not. */
	private void tell(String what, Kind<?> kind, ModelEvent<?> event, String more) {
		if (event.instance().getClass() == kind.type()) {
			this.heard.add("%s %s %s".formatted(what, named(event.instance()), more).strip());
		}
	}

	private static String fields(@Nullable List<String> fields) {
		return (fields != null) ? String.join(",", new TreeSet<>(fields)) : "all";
	}

	private String told(RelationEvent<Ticket, Topic> event, Set<Object> keys) {
		Kind<?> other = KINDS.get(event.reversed() ? "Ticket" : "Topic");
		Set<String> names = new TreeSet<>();
		keys.forEach((key) -> names.add(other.label(manager(other).get((Long) key))));
		return "%s %s %s %s"
			.formatted(event.action(), named(event.owner()), event.reversed() ? "reversed" : "forward",
					String.join(",", names))
			.strip();
	}

	private static String named(Model instance) {
		String model = instance.getClass().getSimpleName();
		return model + " " + KINDS.get(model).label(instance);
	}

	@TestFactory
	Stream<DynamicTest> listenersHearWhatReceiversHeard() {
		return answers().get("cases")
			.valueStream()
			.map((one) -> DynamicTest.dynamicTest("seed " + one.get("seed"), () -> {
				database.truncate(Desk.TABLES);
				one.get("steps").forEach((step) -> {
					this.heard.clear();
					run(step.get(0));
					List<String> there = step.get(1).valueStream().map(JsonNode::asString).toList();
					assertThat(this.heard).as(step.get(0).toString()).isEqualTo(there);
				});
			}));
	}

	private static JsonNode answers() {
		try (InputStream in = DjangoSignalTests.class.getResourceAsStream("/django/signals.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void run(JsonNode step) {
		String first = step.get(1).asString();
		switch (step.get(0).asString()) {
			case "create" -> create(kind(first), text(step, 2));
			case "create_with" -> this.orm.manager(Ticket.class)
				.create(Map.of("subject", first, "customer", one("Customer", text(step, 2))));
			case "handle_create" -> customer(first).tickets.create(Map.of("subject", text(step, 2)));
			case "save" -> save(kind(first), text(step, 2), null);
			case "save_fields" -> save(kind(first), text(step, 2), texts(step, 3));
			case "delete" -> delete(kind(first), text(step, 2));
			case "delete_of" -> this.orm.manager(Ticket.class).filter("customer__email", first).delete();
			case "delete_in" -> manager(kind(first)).filter(kind(first).attribute() + "__in", texts(step, 2)).delete();
			case "update" -> {
				Map<String, Object> nobody = new HashMap<>();
				nobody.put("customer", null);
				this.orm.manager(Ticket.class).filter("customer__email", first).update(nobody);
			}
			case "bulk_create" -> bulkCreate(kind(first), texts(step, 2));
			case "get_or_create" ->
				manager(kind(first)).getOrCreate(Map.of(kind(first).attribute(), text(step, 2)), Map.of());
			case "update_or_create" ->
				this.orm.manager(Customer.class).updateOrCreate(Map.of("email", first), Map.of("name", text(step, 2)));
			case "own" -> customer(first).tickets.add(tickets(texts(step, 2)));
			case "topic_of" -> ticket(first).topics.create(Map.of("name", text(step, 2)));
			default -> relate(step, first);
		}
	}

	private void relate(JsonNode step, String owner) {
		switch (step.get(0).asString()) {
			case "add" -> ticket(owner).topics.add(topics(texts(step, 2)));
			case "remove" -> ticket(owner).topics.remove(topics(texts(step, 2)));
			case "clear" -> ticket(owner).topics.clear();
			case "set" -> ticket(owner).topics.set(Arrays.asList(topics(texts(step, 2))));
			case "radd" -> ticketsOf(owner).add(tickets(texts(step, 2)));
			case "rremove" -> ticketsOf(owner).remove(tickets(texts(step, 2)));
			case "rclear" -> ticketsOf(owner).clear();
			case "rset" -> ticketsOf(owner).set(Arrays.asList(tickets(texts(step, 2))));
			default -> throw new IllegalArgumentException(step.toString());
		}
	}

	private <T extends Model> void create(Kind<T> kind, String label) {
		manager(kind).create(
				(kind.type() == Manual.class) ? Map.of("title", label, "pages", 1) : Map.of(kind.attribute(), label));
	}

	private <T extends Model> void save(Kind<T> kind, String label, @Nullable List<String> fields) {
		T instance = one(kind, label);
		if (fields == null) {
			manager(kind).save(instance);
		}
		else {
			manager(kind).save(instance, (how) -> how.updateFields(fields));
		}
	}

	private <T extends Model> void delete(Kind<T> kind, String label) {
		manager(kind).delete(one(kind, label));
	}

	private <T extends Model> void bulkCreate(Kind<T> kind, List<String> labels) {
		manager(kind).bulkCreate(labels.stream().map(kind.maker()).toList());
	}

	private static Kind<?> kind(String model) {
		return Objects.requireNonNull(KINDS.get(model));
	}

	private <T extends Model> Manager<T> manager(Kind<T> kind) {
		return this.orm.manager(kind.type());
	}

	private <T extends Model> T one(Kind<T> kind, String label) {
		return manager(kind).filter(kind.attribute(), label).get();
	}

	private Model one(String model, String label) {
		return one(kind(model), label);
	}

	private Customer customer(String email) {
		return (Customer) one("Customer", email);
	}

	private Ticket ticket(String subject) {
		return (Ticket) one("Ticket", subject);
	}

	private ManyToMany<Ticket> ticketsOf(String topic) {
		return ((Topic) one("Topic", topic)).tickets();
	}

	private Topic[] topics(List<String> names) {
		return names.stream().map((name) -> (Topic) one("Topic", name)).toArray(Topic[]::new);
	}

	private Ticket[] tickets(List<String> subjects) {
		return subjects.stream().map(this::ticket).toArray(Ticket[]::new);
	}

	private static <D extends Document> D titled(D document, String title) {
		document.title = title;
		return document;
	}

	private static String text(JsonNode step, int place) {
		return step.get(place).asString();
	}

	private static List<String> texts(JsonNode step, int place) {
		return step.get(place).valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * A model, and what names its instances.
	 *
	 * @param type the class
	 * @param attribute the attribute that names
	 * @param name reads it
	 * @param maker makes an instance
	 */
	private record Kind<T extends Model>(Class<T> type, String attribute, Function<T, String> name,
			Function<String, T> maker) {

		String label(Model instance) {
			return this.name.apply(this.type.cast(instance));
		}

	}

}
