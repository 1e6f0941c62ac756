package dev.orm.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.history.Fair.Concert;
import dev.orm.history.Fair.Member;
import dev.orm.history.Fair.Note;
import dev.orm.history.Fair.Seat;
import dev.orm.history.Fair.Show;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.history.MemberPath.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

/** Models of every kind keep what their rows were. */
class KeptModelsTests {

	@RegisterExtension
	static final TestDatabase database = Fair.database();

	private final Orm orm = Fair.orm(database).session((session) -> session.tenants(() -> Optional.of(1L))).build();

	private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

	@BeforeEach
	void empty() {
		Fair.empty(database);
	}

	@Test
	void aCompositeKeyTellsRowsApart() {
		Manager<Seat> seats = this.orm.manager(Seat.class);
		database.execute("INSERT INTO seat VALUES (1, 1, 'free'), (1, 2, 'free'), (2, 1, 'free')");
		Instant before = Fair.now(database);
		database.execute("UPDATE seat SET state = 'sold' WHERE hall = 1", "DELETE FROM seat WHERE hall = 2");
		assertThat(seats.asOf(before).filter("state", "free").count()).isEqualTo(3);
		assertThat(seats.versionsOf(List.of(1, 2))).extracting((version) -> version.instance().state)
			.containsExactly("free", "sold");
	}

	@Test
	void aRowOfTwoTablesIsReadFromBoth() {
		Manager<Concert> concerts = this.orm.manager(Concert.class);
		Concert concert = new Concert();
		concert.title = "summer";
		concert.band = "the mice";
		concerts.save(concert);
		Instant before = Fair.now(database);
		concert.title = "winter";
		concerts.save(concert);
		concert.band = "the cats";
		concerts.save(concert);
		Concert past = concerts.asOf(before).get("title", "summer");
		assertThat(past.band).isEqualTo("the mice");
		assertThat(this.orm.manager(Show.class).asOf(before).withSubclasses().list()).singleElement()
			.satisfies((show) -> assertThat(((Concert) show).band).isEqualTo("the mice"));
		assertThat(this.orm.manager(Show.class).versionsOf(concert.id)).hasSize(2);
	}

	@Test
	void aRowOfTwoTablesHasAVersionWheneverOneOfThemChanged() {
		Manager<Concert> concerts = this.orm.manager(Concert.class);
		Concert concert = new Concert();
		concert.title = "summer";
		concert.band = "the mice";
		concerts.save(concert);
		concert.title = "winter";
		concerts.save(concert);
		concert.band = "the cats";
		concerts.save(concert);
		concert.title = "spring";
		concert.band = "the dogs";
		concerts.save(concert);
		Long key = concert.id;
		concerts.delete(concert);

		QueryLog log = QueryLog.capture(() -> {
			List<Version<Concert>> versions = concerts.versionsOf(key);
			assertThat(versions).extracting((version) -> version.instance().title + " " + version.instance().band)
				.containsExactly("summer the mice", "winter the mice", "winter the cats", "spring the dogs");
			assertThat(versions).extracting((version) -> version.changes().keySet())
				.containsExactly(Set.of(), Set.of("title"), Set.of("band"), Set.of("title", "band"));
			assertThat(versions).extracting(Version::isRemoved).containsExactly(false, false, false, true);
			assertThat(versions.get(0).from()).isPresent();
			assertThat(versions.get(0).until()).isEqualTo(versions.get(1).from());
			assertThat(versions.get(3).transaction()).isPresent();
		});
		assertThat(log.count()).isEqualTo(2);
	}

	@Test
	void aVersionOfARowOfTwoTablesIsSavedAsTheRowThatItWas() {
		Manager<Concert> concerts = this.orm.manager(Concert.class);
		Concert concert = new Concert();
		concert.title = "summer";
		concert.band = "the mice";
		concerts.save(concert);
		concert.title = "winter";
		concert.band = "the cats";
		concerts.save(concert);
		concerts.save(concerts.versions(concert).get(0).instance());
		assertThat(concerts.get(concert.id)).returns("summer", (now) -> now.title)
			.returns("the mice", (now) -> now.band);
		assertThat(concerts.versions(concert)).hasSize(3);
	}

	@Test
	void aRowOfTwoTablesThatNeverChangedHasOneVersion() {
		Manager<Concert> concerts = this.orm.manager(Concert.class);
		database.execute("INSERT INTO show (id, title) VALUES (70, 'old')",
				"INSERT INTO concert (show_ptr_id, band) VALUES (70, 'them')",
				"TRUNCATE show_history, concert_history");
		assertThat(concerts.versionsOf(70L)).singleElement().satisfies((version) -> {
			assertThat(version.instance().band).isEqualTo("them");
			assertThat(version.from()).isEmpty();
			assertThat(version.until()).isEmpty();
		});
		assertThat(concerts.versionsOf(71L)).isEmpty();
		database.execute("UPDATE concert SET band = 'us'");
		assertThat(concerts.versionsOf(70L)).extracting((version) -> version.instance().band)
			.containsExactly("them", "us");
	}

	@Test
	void aRowThatIsMarkedAsDeletedWasThereBefore() {
		Manager<Note> notes = this.orm.manager(Note.class);
		Note note = new Note();
		note.text = "buy milk";
		notes.save(note);
		Instant before = Fair.now(database);
		notes.delete(note);
		Instant after = Fair.now(database);
		notes.onlyDeleted().restore();
		assertThat(notes.asOf(before).count()).isEqualTo(1);
		assertThat(notes.asOf(after).count()).isZero();
		assertThat(notes.asOf(after).withDeleted().count()).isEqualTo(1);
		assertThat(notes.count()).isEqualTo(1);
		assertThat(notes.versions(note)).hasSize(3);
	}

	@Test
	void aTenantSeesItsOwnPast() {
		Manager<Member> members = this.orm.manager(Member.class);
		database.execute("INSERT INTO club (name) VALUES ('chess'), ('golf')",
				"INSERT INTO member (club_id, name) VALUES (1, 'ann'), (2, 'bob')");
		Instant before = Fair.now(database);
		database.execute("UPDATE member SET name = upper(name)");
		assertThat(members.asOf(before).flat(MEMBER.name).list()).containsExactly("ann");
		assertThat(members.versionsOf(2L)).isEmpty();
		assertThat(members.versionsOf(1L)).hasSize(2);
		assertThat(this.orm.tenants().<Long>call(2L, () -> members.asOf(before).count())).isEqualTo(1);
		assertThat(this.orm.tenants().<Long>all(() -> members.asOf(before).count())).isEqualTo(2);
		assertThat(this.jdbc.sql("SELECT relforcerowsecurity FROM pg_class WHERE relname = 'member_history'")
			.query(Boolean.class)
			.single()).isTrue();
	}

}
