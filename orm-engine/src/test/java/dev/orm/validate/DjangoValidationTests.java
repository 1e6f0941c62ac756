package dev.orm.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import dev.orm.validate.Hall.Booking;
import dev.orm.validate.Hall.Concert;
import dev.orm.validate.Hall.Room;
import dev.orm.validate.Shelf.Item;
import dev.orm.validate.Shelf.Maker;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Codes by field, beside those that Django 5.2's {@code full_clean} gave to the same
 * values over the same rows ({@code django/validate.json}). What we say in another place
 * on purpose is translated first.
 */
class DjangoValidationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(Stream.of(Hall.SCHEMA, Shelf.SCHEMA).flatMap(Stream::of).toArray(String[]::new));

	/** The key of a room that may not be chosen. */
	private static final int CLOSED = 3;

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Room.class, Booking.class, Concert.class, Item.class, Maker.class))
		.build();

	private JsonNode stored = JsonMapper.shared().createArrayNode();

	@TestFactory
	Stream<DynamicTest> eachAnswerIsDjangos() {
		return read().valueStream().map((answer) -> DynamicTest.dynamicTest(answer.get("name").asString(), () -> {
			if (!answer.get("stored").equals(this.stored) || this.stored.isEmpty()) {
				store(answer);
			}
			List<String> ours = answer.get("model").asString().equals("booking")
					? codes(this.orm.manager(Booking.class).validate(booking(answer.get("given"))))
					: codes(this.orm.manager(Item.class).validate(item(answer.get("given"))));
			assertThat(ours).as(answer::toString).containsExactlyInAnyOrderElementsOf(expected(answer));
		}));
	}

	private void store(JsonNode answer) {
		this.stored = answer.get("stored");
		database.truncate("booking", "room", "item", "maker");
		this.orm.manager(Room.class).bulkCreate(List.of(Room.of(true), Room.of(true), Room.of(false)));
		this.orm.manager(Maker.class).bulkCreate(List.of(Maker.of("A"), Maker.of("B")));
		for (JsonNode row : this.stored) {
			if (answer.get("model").asString().equals("booking")) {
				this.orm.manager(Booking.class).save(booking(row));
			}
			else {
				this.orm.manager(Item.class).save(item(row));
			}
		}
	}

	private Booking booking(JsonNode values) {
		Booking booking = bound(new Booking(), this.orm.manager(Booking.class), values, "code", "seats", "least",
				"rows", "guest", "company", "door", "cancelled", "room");
		JsonNode days = values.get("days");
		booking.days = days.isNull() ? null
				: Range.closedOpen(LocalDate.parse(days.get(0).asString()), LocalDate.parse(days.get(1).asString()));
		return booking;
	}

	private Item item(JsonNode values) {
		return bound(new Item(), this.orm.manager(Item.class), values, "sku", "name", "price", "cost", "maker");
	}

	@SuppressWarnings("unchecked")
	private static <T extends Model> T bound(T instance, Manager<T> manager, JsonNode values, String... attributes) {
		Map<String, Object> tree = new LinkedHashMap<>(JsonMapper.shared().convertValue(values, Map.class));
		assertThat(manager.binder(attributes).bindJson(instance, tree).all()).isEmpty();
		return instance;
	}

	/** A constraint of several fields is said at each of ours, and once by Django. */
	private static List<String> codes(ValidationErrors errors) {
		List<String> codes = new ArrayList<>();
		for (ValidationError error : errors.all()) {
			codes.add(error.code().equals("constraint") ? "/constraint:" + error.arguments().get(0)
					: Objects.requireNonNullElse(error.field(), "") + "/" + error.code());
		}
		return codes.stream().distinct().toList();
	}

	/**
	 * A unique of columns is one with a condition too, and what may not be chosen is told
	 * from what is not there.
	 */
	private static List<String> expected(JsonNode answer) {
		boolean closed = answer.get("given").path("room").asInt(0) == CLOSED;
		List<String> codes = new ArrayList<>();
		answer.get("errors")
			.propertyStream()
			.forEach((field) -> field.getValue()
				.forEach((code) -> codes.add(switch (field.getKey() + "/" + code.asString()) {
					case "/constraint:one_open_code" -> "code/unique";
					case "room/invalid" -> closed ? "room/invalid_choice" : "room/invalid";
					case "/constraint:door_of_rows" -> "/unique_together";
					default -> field.getKey() + "/" + code.asString();
				})));
		return codes;
	}

	private static JsonNode read() {
		try (InputStream in = DjangoValidationTests.class.getResourceAsStream("/django/validate.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
