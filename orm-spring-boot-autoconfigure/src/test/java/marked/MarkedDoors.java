package marked;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.autoconfigure.library.Letter;
import dev.orm.model.ForeignKey;
import dev.orm.path.Column;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;

import static dev.orm.boot.autoconfigure.library.AuthorPath.AUTHOR;
import static dev.orm.boot.autoconfigure.library.LetterPath.LETTER;

/**
 * All ways a value goes into the database, comes back from it, or is refused by it. Its
 * package is that of an application, so that call sites are found.
 */
public final class MarkedDoors {

	/** Short enough for each column. */
	private static final String MARK = "zq4711geh";

	/** A password, in URLs and properties. */
	public static final String PASSWORD = MARK + "heim";

	private static final long NUMBER = 4_711_081_547_110L;

	private final List<Door> doors = new ArrayList<>();

	private final Orm orm;

	private final Manager<Author> authors;

	private final Manager<Letter> letters;

	private int rows;

	public MarkedDoors(Orm orm) {
		this.orm = orm;
		this.authors = orm.manager(Author.class);
		this.letters = orm.manager(Letter.class);
		orm.sql("""
				CREATE OR REPLACE FUNCTION raised(value text) RETURNS int LANGUAGE plpgsql AS
				$$ BEGIN RAISE EXCEPTION 'not that' USING DETAIL = value, HINT = value; END $$""").update();
		wellBehaved();
		refusedByTheDatabase();
		copied();
		refusedByTheEngine();
		writtenByHand();
	}

	public static boolean isMarked(String text) {
		return text.contains(MARK) || text.contains(String.valueOf(NUMBER));
	}

	public static @Nullable RuntimeException open(Door door) {
		try {
			door.work().run();
			return null;
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	public List<Door> all() {
		return List.copyOf(this.doors);
	}

	public Door get(String name) {
		return this.doors.stream().filter((door) -> door.name().equals(name)).findFirst().orElseThrow();
	}

	private void well(String name, Runnable work) {
		this.doors.add(new Door(name, work, false, false));
	}

	private void refused(String name, Runnable work) {
		this.doors.add(new Door(name, work, true, false));
	}

	private void given(String name, Runnable work) {
		this.doors.add(new Door(name, work, true, true));
	}

	private Author author() {
		return this.authors.save(Author.of(MARK, MARK + "@example.org"));
	}

	private void wellBehaved() {
		well("saved", this::author);
		well("listed", () -> this.authors.filter(AUTHOR.name.eq(MARK)).list());
		well("counted", () -> this.authors.filter("name__icontains", MARK).exclude("id", NUMBER).count());
		well("updated", () -> this.authors.filter("email__startswith", MARK).update(Map.of("name", MARK)));
		well("in-bulk",
				() -> this.authors.bulkCreate(List.of(Author.of(MARK, null), Author.of(MARK, MARK + "@b.org"))));
		well("one-by-one", () -> {
			for (int i = 0; i < 4; i++) {
				author();
			}
		});
		well("the-same-again", () -> {
			for (int i = 0; i < 4; i++) {
				this.authors.filter("name", MARK).exists();
			}
		});
		well("in-a-block", () -> this.orm.atomic().named("marked").run(() -> {
			author();
			this.authors.filter("name", MARK).selectForUpdate().list();
		}));
		well("iterated", () -> {
			try (var rows = this.authors.filter("name", MARK).stream(10)) {
				rows.forEach((row) -> {
				});
			}
		});
	}

	private void refusedByTheDatabase() {
		refused("taken", () -> {
			send(MARK);
			send(MARK);
		});
		refused("taken-in-bulk", () -> this.letters.bulkCreate(List.of(letter(MARK), letter(MARK))));
		refused("checked", () -> this.authors.save(Author.of("", MARK + "@example.org")));
		refused("missing-value",
				() -> this.orm.sql("INSERT INTO library_author (email) VALUES (:email)").param("email", MARK).update());
		refused("missing-row",
				() -> this.orm.sql("INSERT INTO library_book (title, author_id) VALUES (:title, :author)")
					.param("title", MARK)
					.param("author", NUMBER)
					.update());
		refused("missing-row-in-a-block", () -> this.orm.atomic()
			.run(() -> this.orm.manager(Book.class).create(Map.of("title", MARK, "authorId", NUMBER))));
		refused("too-long",
				() -> this.orm.sql("UPDATE library_letter SET stamp = :stamp").param("stamp", MARK + MARK).update());
		refused("in-use", () -> {
			Author author = author();
			this.letters.save(Letter.of(ForeignKey.to(author), null), SaveOptions::withoutValidation);
			this.authors.delete(author);
		});
	}

	private void copied() {
		refused("copied-twice", () -> copy(MARK + "\n" + MARK + "\n", LETTER.stamp));
		refused("copied-too-long", () -> copy(MARK + MARK + "\n", LETTER.stamp));
		refused("copied-no-number", () -> copy(MARK + "\n", LETTER.id));
		refused("copied-too-many", () -> copy("1," + MARK + "\n", LETTER.id));
		refused("copied-in-bulk",
				() -> this.letters.bulkCreate(List.of(letter(MARK), letter(MARK)), BulkCreateOptions::copying));
		refused("updated-in-bulk", () -> {
			List<Letter> two = this.letters.bulkCreate(List.of(letter(null), letter(null)));
			two.forEach((letter) -> letter.setStamp(MARK));
			this.letters.bulkUpdate(two, "stamp");
		});
	}

	private void copy(String rows, Column<? super Letter, ?> column) {
		this.letters.copyFrom(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), column);
	}

	private void refusedByTheEngine() {
		refused("changed-meanwhile", () -> {
			Author author = author();
			this.authors.filter("pk", author.getId()).delete();
			this.authors.save(author, SaveOptions::forcingUpdate);
		});
		refused("several", () -> {
			author();
			author();
			this.authors.get("name", MARK);
		});
		refused("nothing", () -> this.authors.get("name", MARK + " " + this.rows++));
		refused("not-valid", () -> this.authors.fullClean(Author.of("Ursula", MARK)));
		given("no-number", () -> this.authors.filter("id", MARK).list());
	}

	private void writtenByHand() {
		refused("not-a-number", () -> ask("SELECT CAST(:value AS text)::int", MARK));
		refused("not-a-date", () -> ask("SELECT CAST(:value AS text)::date", MARK));
		refused("not-json", () -> ask("SELECT CAST(:value AS text)::jsonb", MARK));
		refused("not-a-range", () -> ask("SELECT CAST(:value AS text)::int4range", MARK));
		refused("too-large", () -> ask("SELECT CAST(:value AS bigint)::int", NUMBER));
		refused("stored-not-a-number", () -> {
			author();
			this.orm.sql("SELECT name::int AS name FROM library_author WHERE name LIKE 'zq%'").rows();
		});
		refused("not-a-search", () -> ask("SELECT to_tsquery(CAST(:value AS text))", MARK + " &"));
		refused("not-a-json-path", () -> ask("SELECT CAST(:value AS text)::jsonpath", MARK + " $$"));
		refused("not-a-time-zone", () -> ask("SELECT now() AT TIME ZONE CAST(:value AS text)", MARK));
		refused("not-a-table", () -> ask("SELECT CAST(:value AS text)::regclass", MARK));
		refused("not-a-pattern", () -> ask("SELECT 'a' ~ CAST(:value AS text)", MARK + "("));
		refused("not-a-setting", () -> ask("SELECT set_config('DateStyle', :value, true)", MARK));
		refused("raised", () -> ask("SELECT raised(CAST(:value AS text))", MARK));
		refused("no-syntax", () -> ask("SELECT WHERE :value =", MARK));
	}

	private void ask(String sql, Object value) {
		this.orm.sql(sql).param("value", value).rows();
	}

	private Letter send(String stamp) {
		return this.letters.save(letter(stamp), SaveOptions::withoutValidation);
	}

	private Letter letter(@Nullable String stamp) {
		return Letter.of(ForeignKey.to(author()), stamp);
	}

	/**
	 * A way.
	 *
	 * @param name what it is called
	 * @param work goes through it
	 * @param fails whether it is closed
	 * @param givesValue whether the value was given to what refuses it, so that its error
	 * may show it
	 */
	public record Door(String name, Runnable work, boolean fails, boolean givesValue) {

	}

}
