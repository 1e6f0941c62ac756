package dev.orm.boot.json;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.autoconfigure.library.Letter;
import dev.orm.boot.autoconfigure.library.LetterPath;
import dev.orm.boot.autoconfigure.library.Parcel;
import dev.orm.boot.autoconfigure.library.Sticker;
import dev.orm.model.ForeignKey;
import dev.orm.model.GenericKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Models as JSON, by the mapper of the application. */
class OrmModuleTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, JacksonAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	private void run(Work work) {
		run(this.runner, work);
	}

	private static void run(ApplicationContextRunner runner, Work work) {
		runner.run((context) -> work.run(context.getBean(Orm.class), context.getBean(JsonMapper.class),
				context.getBean(HikariDataSource.class)));
	}

	@Test
	void aModelIsItsColumnsAndAForeignKeyIsItsKey() {
		run((orm, json, pool) -> assertThat(json.writeValueAsString(Parcel.of("9.90", new Parcel.Size(3, 4))))
			.isEqualTo(
					"{\"id\":null,\"version\":null,\"dutyPaid\":9.90,\"size\":{\"width\":3,\"height\":4},\"shelf\":null,"
							+ "\"words\":[\"a\",\"b\"],\"outer\":7}"));
	}

	@Test
	void aRecordIsAnObjectInAnObject() {
		run((orm, json, pool) -> {
			Parcel parcel = Parcel.of("1", null);
			parcel.setShelf(new Parcel.Shelf("A", new Parcel.Size(null, 2)));
			assertThat(json.writeValueAsString(parcel))
				.contains("\"size\":null,\"shelf\":{\"room\":\"A\",\"free\":{\"width\":null,\"height\":2}}");
			parcel.setShelf(new Parcel.Shelf("A", null));
			assertThat(json.writeValueAsString(parcel)).contains("\"shelf\":{\"room\":\"A\",\"free\":null}");
			assertThat(json.readValue("{\"shelf\":{\"room\":\"B\",\"free\":{\"width\":1,\"height\":2}}}", Parcel.class))
				.returns(new Parcel.Shelf("B", new Parcel.Size(1, 2)), Parcel::getShelf);
		});
	}

	@Test
	void aGenericKeyIsItsTableAndItsKey() {
		run((orm, json, pool) -> {
			Sticker sticker = Sticker.of("read", GenericKey.of(Author.class, 5L));
			String document = "{\"id\":null,\"text\":\"read\",\"target\":{\"type\":\"library_author\",\"id\":5}}";
			assertThat(json.writeValueAsString(sticker)).isEqualTo(document);
			Sticker read = json.readValue(document.replace("\"id\":null,", ""), Sticker.class);
			assertThat(read.getTarget()).hasToString("library_author 5");
			assertThat(json.writeValueAsString(Sticker.of("none", GenericKey.empty()))).contains("\"target\":null");
			assertThat(json.readValue("{\"text\":\"none\",\"target\":null}", Sticker.class).getTarget().type())
				.isNull();
		});
	}

	@Test
	void aGenericKeyOfARecordIsReadAndWritten() {
		run((orm, json, pool) -> {
			String document = "{\"about\":{\"type\":\"library_author\",\"id\":5}}";
			Remark remark = json.readValue(document, Remark.class);
			assertThat(remark.about().isA(Author.class)).isTrue();
			assertThat(remark.about().id()).isEqualTo(5L);
			assertThat(json.writeValueAsString(remark)).isEqualTo(document);
			Remark none = json.readValue("{\"about\":null}", Remark.class);
			assertThat(none.about().type()).isNull();
			assertThat(json.writeValueAsString(none)).isEqualTo("{\"about\":null}");
		});
	}

	@Test
	void aGenericKeyToNoModelIsRefused() {
		run((orm, json, pool) -> {
			for (String about : List.of("{\"type\":\"pg_authid\",\"id\":5}", "{\"id\":5}",
					"{\"type\":\"library_author\"}")) {
				assertThatExceptionOfType(DatabindException.class)
					.isThrownBy(() -> json.readValue("{\"about\":" + about + "}", Remark.class))
					.withMessageContaining("A generic key is the table of a model and a key");
			}
			assertThatExceptionOfType(DatabindException.class)
				.isThrownBy(
						() -> json.readValue("{\"about\":{\"type\":\"library_author\",\"id\":\"x\"}}", Remark.class))
				.withMessageContaining("This is no key of Author");
		});
	}

	/** What somebody says of something. */
	private record Remark(GenericKey<Long> about) {

	}

	@Test
	void namesAndNullsAreThoseOfTheApplicationsMapper() {
		run(this.runner.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.default-property-inclusion=non_null"),
				(orm, json, pool) -> assertThat(json.writeValueAsString(Parcel.of("9.90", null)))
					.isEqualTo("{\"duty_paid\":9.90,\"words\":[\"a\",\"b\"],\"outer\":7}"));
	}

	@Test
	void writingNeedsNoDatabase() {
		run((orm, json, pool) -> {
			Manager<Letter> letters = orm.manager(Letter.class);
			Author author = orm.manager(Author.class).save(Author.of("Ursula", null));
			Long key = letters.save(Letter.of(ForeignKey.to(author), null)).getId();
			Letter plain = letters.get(key);
			Letter related = letters.selectRelated("from").get(key);
			Letter part = letters.defer(LetterPath.LETTER.text).get(key);
			Row row = letters.filter("pk", key).values("stamp", "id").first().orElseThrow();
			pool.close();
			String expected = "{\"id\":%d,\"from\":%d,\"text\":null,\"stamp\":null}".formatted(key, author.getId());
			assertThat(json.writeValueAsString(plain)).isEqualTo(expected);
			assertThat(json.writeValueAsString(related)).isEqualTo(expected);
			assertThat(json.writeValueAsString(row)).isEqualTo("{\"stamp\":null,\"id\":%d}".formatted(key));
			assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> json.writeValueAsString(part))
				.withMessageContaining("Letter.text is not loaded, and JSON fetches nothing. hint: load it");
		});
	}

	@Test
	void aRelationToManyIsRefusedWhereItIsAProperty() {
		run((orm, json, pool) -> assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> json.writeValueAsString(new Boxes(Parcel.of("1", null).getInner())))
			.withMessageContaining("A relation to many is not written"));
	}

	@Test
	void aHandleIsItsKeyBothWays() {
		run((orm, json, pool) -> {
			Wish wish = json.readValue("{\"author\":5}", Wish.class);
			assertThat(wish.author().id()).isEqualTo(5L);
			assertThat(json.writeValueAsString(wish)).isEqualTo("{\"author\":5}");
			assertThat(json.readValue("{\"author\":null}", Wish.class).author().id()).isNull();
			assertThatExceptionOfType(DatabindException.class)
				.isThrownBy(() -> json.readValue("{\"author\":\"x\"}", Wish.class))
				.withMessageContaining("This is no key of Author");
		});
	}

	@Test
	void whatPeopleEditIsReadAndNothingElse() {
		run((orm, json, pool) -> {
			Parcel parcel = json.readValue(
					"{\"id\":3,\"version\":9,\"dutyPaid\":\"1.5\",\"size\":{\"width\":1,\"height\":2},\"secret\":\"x\",\"outer\":4}",
					Parcel.class);
			assertThat(parcel.getId()).isNull();
			assertThat(parcel.getVersion()).isNull();
			assertThat(parcel.getDutyPaid()).isEqualByComparingTo("1.5");
			assertThat(parcel.getSize()).isEqualTo(new Parcel.Size(1, 2));
			assertThat(parcel.getSecret()).isNull();
			assertThat(parcel.outerKey()).isEqualTo(4L);
			Author author = json.readValue("{\"name\":\"Ursula\",\"createdBy\":\"me\"}", Author.class);
			assertThat(author.getName()).isEqualTo("Ursula");
			assertThat(author.getCreatedBy()).isNull();
		});
	}

	@Test
	void whatCannotBeReadNamesItsField() {
		run((orm, json, pool) -> {
			assertThatExceptionOfType(DatabindException.class)
				.isThrownBy(() -> json.readValue("{\"dutyPaid\":\"dear\"}", Parcel.class))
				.withMessageContaining("Parcel cannot be read: {dutyPaid=[Enter a number.]}");
			JsonMapper strict = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
			assertThatExceptionOfType(DatabindException.class)
				.isThrownBy(() -> strict.readValue("{\"colour\":1}", Book.class))
				.withMessageContaining("colour");
		});
	}

	/** A property of the application's own. */
	record Wish(ForeignKey<Author> author) {

	}

	/** Another. */
	record Boxes(dev.orm.OneToMany<Parcel> inner) {

	}

	/** Work with an application. */
	private interface Work {

		void run(Orm orm, JsonMapper json, HikariDataSource pool);

	}

}
