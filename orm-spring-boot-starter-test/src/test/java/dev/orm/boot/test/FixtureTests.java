package dev.orm.boot.test;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Book;
import dev.orm.boot.test.library.Library;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.library.AuthorPath.AUTHOR;
import static dev.orm.boot.test.library.BookPath.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

// tag::class[]
@OrmTest(fixtures = "fixtures/library.json")
@ContextConfiguration(classes = Library.class)
class FixtureTests {

	// end::class[]

	@Autowired
	private Manager<Author> authors;

	@Autowired
	private Manager<Book> books;

	@Test
	void rowsOfTheFixtureAreThereForEachTest() {
		assertThat(this.authors.orderBy(AUTHOR.id.asc()).list()).extracting(Author::getName)
			.containsExactly("Seeded", "Tove Jansson");
		assertThat(this.books.get(BOOK.title.eq("Moominland Midwinter")).getPages()).isEqualTo(165);
	}

	@Test
	void aRelationIsAKeyOrWhatTellsTheOtherRow() {
		assertThat(this.books.filter(BOOK.author().name.eq("Tove Jansson")).count()).isEqualTo(2);
	}

	@Test
	void relationsToManyAreListsOfTheSame() {
		Book book = this.books.get(BOOK.id.eq(8L));
		assertThat(book.getTranslators().list()).extracting(Author::getName)
			.containsExactlyInAnyOrder("Seeded", "Tove Jansson");
	}

	@Test
	void sequencesGoOnAfterTheKeys() {
		Author next = new Author();
		next.setName("Next");
		assertThat(this.authors.save(next).getId()).isEqualTo(41L);
	}

	@Test
	void aRowThatIsThereIsOverwritten(Fixtures fixtures) {
		this.authors.filter(AUTHOR.id.eq(40L)).update(AUTHOR.name.set("Other"));
		fixtures.load("fixtures/library.json");
		assertThat(this.authors.get(AUTHOR.id.eq(40L)).getName()).isEqualTo("Tove Jansson");
	}

	@Test
	void whatIsWrittenCanBeRead(Fixtures fixtures) {
		String dump = fixtures.dump(this.books.filter(BOOK.title.eq("The Summer Book")));
		assertThat(dump.replaceAll("\\s", "")).isEqualTo(
				"[{\"model\":\"library.book\",\"pk\":8,\"fields\":{\"title\":\"TheSummerBook\",\"pages\":170,\"author\":40}}]");
	}

	@Test
	void errorsNameFileLineAndField(Fixtures fixtures) {
		refused(fixtures, "fixtures/field.json", 3, "no field 'titel'", "title");
		refused(fixtures, "fixtures/model.json", 2, "no model 'library.shelf'", "library.book");
		refused(fixtures, "fixtures/natural.json", 2, "no library.author of [\"Nobody\"]");
		refused(fixtures, "fixtures/missing.json", 1, "no such file");
	}

	private static void refused(Fixtures fixtures, String file, int line, String... words) {
		assertThatExceptionOfType(FixtureException.class).isThrownBy(() -> fixtures.load(file))
			.withMessageStartingWith("%s, line %d: ".formatted(file, line))
			.withMessageContainingAll(words);
	}

}
