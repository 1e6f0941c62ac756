package dev.orm.succession;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.automatic.Slugs;
import dev.orm.column.ModelTables;
import dev.orm.error.UniqueViolationException;
import dev.orm.observe.QueryLog;
import dev.orm.succession.Discs.Artist;
import dev.orm.succession.Discs.Label;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.succession.ArtistPath.ARTIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlugTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Artist.class, Label.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Artist.class, Label.class))
		.build();

	private final Manager<Artist> artists = this.orm.manager(Artist.class);

	@BeforeEach
	void empty() {
		database.truncate("artist", "label");
	}

	private List<String> slugs() {
		return this.artists.orderBy("id").flat(ARTIST.slug).list();
	}

	@Test
	void aBlankSlugIsMadeOfTheName() {
		// tag::save[]
		Artist artist = this.artists.save(Discs.artist("Édith Piaf & Friends"));
		assertThat(artist.slug).isEqualTo("edith-piaf-friends");
		assertThat(this.artists.create(Map.of("name", "Édith Piaf & Friends")).slug).isEqualTo("edith-piaf-friends-2");
		// end::save[]
		assertThat(slugs()).containsExactly("edith-piaf-friends", "edith-piaf-friends-2");
	}

	@Test
	void whereNothingIsLeftOfTheNameThereIsANumber() {
		Artist symbols = Discs.artist("\u2605\u2605\u2605");
		this.artists.fullClean(symbols);
		assertThat(this.artists.save(symbols).slug).isEqualTo("1");
		List<Artist> more = this.artists.bulkCreate(List.of(Discs.artist("!!!"), Discs.artist("1"), Discs.artist("?")));
		assertThat(more).extracting((artist) -> artist.slug).doesNotHaveDuplicates().doesNotContain("", "1");
		assertThat(this.orm.manager(Label.class).create(Map.of("name", "!!!")).slug).isEmpty();
	}

	@Test
	void aSlugThatIsGivenStays() {
		Artist artist = Discs.artist("Nina Simone");
		artist.slug = "nina";
		assertThat(this.artists.save(artist).slug).isEqualTo("nina");
		artist.name = "Eunice";
		assertThat(this.artists.save(artist).slug).isEqualTo("nina");
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.artists.create(Map.of("name", "Nina", "slug", "nina")));
	}

	@Test
	void aFreeNumberCostsOneSelectHoweverManyRowsThereAre() {
		List<Artist> many = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			many.add(Discs.artist((i % 2 == 0) ? "Trio" : "Duo"));
		}
		QueryLog log = QueryLog.capture(() -> this.artists.bulkCreate(many));
		assertThat(log.statements()).hasSize(2);
		assertThat(log.statements().get(0)).startsWith("SELECT").contains("\"slug\" = ANY(?");
		assertThat(many).extracting((artist) -> artist.slug)
			.containsExactly("trio", "duo", "trio-2", "duo-2", "trio-3", "duo-3", "trio-4");
	}

	@Test
	void whereManyAreTakenASecondSelectLooksFurther() {
		this.artists.bulkCreate(java.util.stream.IntStream.range(0, 30).mapToObj((i) -> Discs.artist("Trio")).toList());
		QueryLog log = QueryLog.capture(() -> this.artists.save(Discs.artist("Trio")));
		assertThat(log.statements()).hasSize(3);
		assertThat(slugs()).hasSize(31).doesNotHaveDuplicates().contains("trio-31");
	}

	@Test
	void aNumberedSlugIsNotTakenFromAnotherName() {
		this.artists.bulkCreate(List.of(Discs.artist("Trio"), Discs.artist("Trio 2"), Discs.artist("Trio")));
		assertThat(slugs()).containsExactly("trio", "trio-2-2", "trio-2");
	}

	@Test
	void aLongNameIsCutToTheColumn() {
		String name = "very ".repeat(20);
		this.artists.bulkCreate(List.of(Discs.artist(name), Discs.artist(name)));
		assertThat(slugs()).allSatisfy((slug) -> assertThat(slug.length()).isLessThanOrEqualTo(50))
			.doesNotHaveDuplicates();
	}

	@Test
	void aSlugThatNeedNotBeUniqueCostsNoSelect() {
		Label label = new Label();
		label.name = "Blue Note Records";
		QueryLog log = QueryLog.capture(() -> this.orm.manager(Label.class).save(label));
		assertThat(log.statements()).hasSize(1);
		assertThat(label.slug).isEqualTo("blue-not");
	}

	@Test
	void validationLetsTheInsertFillItInAndRefusesWhatIsNoSlug() {
		assertThat(this.artists.validate(Discs.artist("Trio")).isEmpty()).isTrue();
		Artist artist = Discs.artist("Trio");
		artist.slug = "not a slug!";
		assertThat(this.artists.validate(artist).all()).singleElement()
			.satisfies((error) -> assertThat(error.code()).isEqualTo("invalid"));
	}

	@Test
	void slugsAreDjangos() {
		assertThat(Slugs.of("Hello, World and Mars")).isEqualTo("hello-world-and-mars");
		assertThat(Slugs.of(" multiple---dash and  space ")).isEqualTo("multiple-dash-and-space");
		assertThat(Slugs.of("\t whitespace-in-value \n")).isEqualTo("whitespace-in-value");
		assertThat(Slugs.of("underscore_in-value")).isEqualTo("underscore_in-value");
		assertThat(Slugs.of("__strip__underscore-value___")).isEqualTo("strip__underscore-value");
		assertThat(Slugs.of("--strip-dash-value---")).isEqualTo("strip-dash-value");
		assertThat(Slugs.of("spam & eggs")).isEqualTo("spam-eggs");
		assertThat(Slugs.of("你好 World")).isEqualTo("world");
		assertThat(Slugs.unicode("spam & ıçüş")).isEqualTo("spam-ıçüş");
		assertThat(Slugs.unicode("你好 World")).isEqualTo("你好-world");
		assertThat(Slugs.unicode("İstanbul")).isEqualTo("i̇stanbul");
	}

	@Test
	void aSlugThatAnotherTransactionTakesInBetweenIsAnErrorAndTheSaveMayBeRepeated() throws Exception {
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Artist late = Discs.artist("Bill Evans");
			Future<Artist> second = this.orm.atomic().call(() -> {
				this.artists.save(Discs.artist("Bill Evans"));
				Future<Artist> saving = other.submit(() -> this.artists.save(late));
				awaitWaiting();
				return saving;
			});
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(second::get)
				.havingCause()
				.isInstanceOfSatisfying(UniqueViolationException.class,
						(ex) -> assertThat(ex.details().columns()).containsExactly("slug"));
			assertThat(late.slug).isNull();
			assertThat(this.artists.save(late).slug).isEqualTo("bill-evans-2");
		}
		finally {
			other.shutdownNow();
		}
	}

	/** Wait until a statement waits for another transaction. */
	private static void awaitWaiting() {
		String waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
			boolean found = false;
			while (!found && System.nanoTime() < until) {
				Thread.sleep(5);
				try (ResultSet rows = statement.executeQuery(waiting)) {
					found = rows.next();
				}
			}
		}
		catch (SQLException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void slugsOfManyThreadsAreTakenByRepeatingTheSave() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			Callable<Artist> save = () -> this.orm.atomic().call(() -> this.artists.save(Discs.artist("Trio")));
			List<Callable<Artist>> saves = Collections.nCopies(12, () -> repeated(save));
			for (Future<Artist> done : threads.invokeAll(saves)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(slugs()).hasSize(12).doesNotHaveDuplicates().contains("trio", "trio-2", "trio-12");
	}

	private static Artist repeated(Callable<Artist> save) throws Exception {
		while (true) {
			try {
				return save.call();
			}
			catch (UniqueViolationException ex) {
				// another thread was faster: the next try sees its slug
			}
		}
	}

}
