package dev.orm.succession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.NotUpdatedException;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.persist.SaveOptions;
import dev.orm.succession.Discs.Album;
import dev.orm.succession.Discs.Track;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.lower;
import static dev.orm.Functions.upper;
import static dev.orm.succession.TrackPath.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PositionTests {

	private static final int THREADS = 6;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Album.class, Track.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Album.class, Track.class))
		.build();

	private final Manager<Album> albums = this.orm.manager(Album.class);

	private final Manager<Track> tracks = this.orm.manager(Track.class);

	private Album album;

	@BeforeEach
	void empty() {
		database.truncate("album", "track");
		this.album = this.albums.save(Discs.album("Kind of Blue"));
	}

	private List<Track> filled(String... titles) {
		List<Track> rows = new ArrayList<>();
		for (String title : titles) {
			rows.add(this.tracks.save(Discs.track(this.album, title)));
		}
		return rows;
	}

	private List<String> titles() {
		return this.album.tracks.flat(TRACK.title).list();
	}

	private List<Integer> positions() {
		return this.tracks.orderBy("album", "position").flat(TRACK.position).list();
	}

	@Test
	void anInsertTakesTheNextPlaceOfItsOwner() {
		Album other = this.albums.save(Discs.album("Blue Train"));
		List<Track> rows = filled("a", "b");
		assertThat(rows).extracting((track) -> track.position).containsExactly(0, 1);
		assertThat(this.tracks.save(Discs.track(other, "x")).position).isZero();
		assertThat(this.album.tracks.create(TRACK.title.is("c")).position).isEqualTo(2);
	}

	@Test
	void anInsertLocksTheOwnerAndAsksForTheLastPlace() {
		QueryLog log = QueryLog.capture(() -> filled("a"));
		assertThat(log.statements()).hasSize(3);
		assertThat(log.statements().get(0)).contains("FROM \"album\"").endsWith("FOR NO KEY UPDATE");
		assertThat(log.statements().get(1)).contains("MAX(").contains("GROUP BY");
		assertThat(log.statements().get(2)).startsWith("INSERT INTO \"track\"");
	}

	@Test
	void manyRowsOfSeveralOwnersTakeTheirPlacesByTheSameStatements() {
		Album other = this.albums.save(Discs.album("Blue Train"));
		filled("a");
		List<Track> rows = List.of(Discs.track(this.album, "b"), Discs.track(other, "x"), Discs.track(this.album, "c"));
		QueryLog log = QueryLog.capture(() -> this.tracks.bulkCreate(rows));
		assertThat(log.statements()).hasSize(3);
		assertThat(rows).extracting((track) -> track.position).containsExactly(1, 0, 2);
	}

	@Test
	void anUpdateLeavesThePlaceAlone() {
		Track track = filled("a", "b").get(0);
		track.title = "z";
		QueryLog log = QueryLog.capture(() -> this.tracks.save(track));
		assertThat(log.statements()).hasSize(1);
		assertThat(titles()).containsExactly("z", "b");
	}

	@Test
	void rowsComeInTheirOrder() {
		List<Track> rows = filled("a", "b", "c");
		this.album.tracks.reorder(List.of(rows.get(2), rows.get(0), rows.get(1)));
		assertThat(titles()).containsExactly("c", "a", "b");
		assertThat(this.tracks.all().list()).extracting((track) -> track.title).containsExactly("c", "a", "b");
	}

	@Test
	void anOrderIsOneUpdate() {
		List<Track> rows = filled("a", "b", "c");
		QueryLog log = QueryLog.capture(() -> this.album.tracks.reorder(List.of(rows.get(1).id)));
		assertThat(log.statements()).hasSize(3);
		assertThat(log.statements().get(2)).startsWith("UPDATE \"track\" AS \"t\" SET \"position\" = ")
			.contains("WITH ORDINALITY");
		assertThat(titles()).containsExactly("b", "a", "c");
	}

	@Test
	void aRowIsMoved() {
		// tag::move[]
		List<Track> rows = filled("So What", "Freddie Freeloader", "Blue in Green");
		this.album.tracks.move(rows.get(2), 0);
		assertThat(titles()).containsExactly("Blue in Green", "So What", "Freddie Freeloader");
		this.album.tracks.reorder(List.of(rows.get(1).id, rows.get(0).id, rows.get(2).id));
		assertThat(titles()).containsExactly("Freddie Freeloader", "So What", "Blue in Green");
		assertThat(this.album.tracks.nextInOrder(rows.get(1)).orElseThrow().title).isEqualTo("So What");
		assertThat(this.album.tracks.previousInOrder(rows.get(1))).isEmpty();
		// end::move[]
		this.album.tracks.move(rows.get(1), 99);
		assertThat(rows.get(1).position).isEqualTo(2);
		assertThat(titles()).containsExactly("So What", "Blue in Green", "Freddie Freeloader");
	}

	@Test
	void aRowOfAnotherOwnerIsNamed() {
		filled("a");
		Track foreign = this.tracks.save(Discs.track(this.albums.save(Discs.album("Blue Train")), "x"));
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.album.tracks.reorder(List.of(foreign.id)))
			.withMessageContaining("Track has no row with the key 2 among those of this album")
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo(foreign.id));
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.album.tracks.move(foreign, 0));
	}

	@Test
	void aRowIsNamedOnce() {
		Long key = filled("a").get(0).id;
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.album.tracks.reorder(List.of(key, key)))
			.withMessageContaining("named twice");
	}

	@Test
	void insertsOfManyThreadsTakeDifferentPlaces() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			Callable<Track> insert = () -> this.tracks.save(Discs.track(this.album, "t"));
			for (Future<Track> done : threads.invokeAll(Collections.nCopies(4 * THREADS, insert))) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(positions()).containsExactlyElementsOf(IntStream.range(0, 4 * THREADS).boxed().toList());
	}

	@Test
	void ordersOfManyThreadsAreEachWhole() throws Exception {
		List<Long> keys = new ArrayList<>(filled("a", "b", "c", "d").stream().map((track) -> track.id).toList());
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Boolean>> orders = new ArrayList<>();
			for (int i = 0; i < 3 * THREADS; i++) {
				Collections.rotate(keys, 1);
				List<Long> order = List.copyOf(keys);
				orders.add(() -> {
					this.albums.get(this.album.id).tracks.reorder(order);
					return true;
				});
			}
			for (Future<Boolean> done : threads.invokeAll(orders)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(positions()).containsExactly(0, 1, 2, 3);
	}

	@Test
	void placesMayChangeWithinATransaction() {
		List<Track> rows = filled("a", "b");
		this.orm.atomic().run(() -> {
			rows.get(0).position = 1;
			this.tracks.save(rows.get(0));
			rows.get(1).position = 0;
			this.tracks.save(rows.get(1));
		});
		assertThat(titles()).containsExactly("b", "a");
	}

	@Test
	void validationKnowsThatTheInsertSetsThePlace() {
		filled("a");
		assertThat(this.tracks.validate(Discs.track(this.album, "b")).isEmpty()).isTrue();
	}

	@Test
	void aFailedInsertLeavesThePlaceAsItWas() {
		filled("a");
		Track track = Discs.track(this.album, "b");
		track.position = 77;
		track.title = null;
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.tracks.save(track));
		assertThat(track.position).isEqualTo(77);
	}

	@Test
	void aRowThatGetsAnotherOwnerTakesTheNextPlaceThere() {
		List<Track> rows = filled("a", "b", "c");
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		this.tracks.save(Discs.track(other, "x"));
		// tag::owner[]
		Track track = rows.get(0);
		track.album = ForeignKey.to(other);
		this.tracks.save(track);
		assertThat(track.position).isEqualTo(1);
		// end::owner[]
		assertThat(other.tracks.flat(TRACK.title).list()).containsExactly("x", "a");
		assertThat(titles()).containsExactly("b", "c");
		this.tracks.refresh(track);
		assertThat(track.position).isEqualTo(1);
	}

	@Test
	void aRowThatKeepsItsOwnerIsSavedByOneStatement() {
		Track track = filled("a", "b").get(1);
		track.title = "c";
		assertThat(QueryLog.capture(() -> this.tracks.save(track)).statements()).singleElement()
			.asString()
			.endsWith("AND \"t\".\"album_id\" IS NOT DISTINCT FROM ?");
		assertThat(track.position).isEqualTo(1);
		track.title = "d";
		assertThat(QueryLog.capture(() -> this.tracks.save(track, (how) -> how.updateFields(List.of("title"))))
			.statements()).singleElement().asString().doesNotContain("album_id");
	}

	@Test
	void someFieldsWithTheOwnerMoveTheRowToo() {
		Track track = filled("a", "b").get(1);
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		track.album = ForeignKey.to(other);
		track.title = "not saved";
		this.tracks.save(track, (how) -> how.updateFields(List.of("album")));
		assertThat(track.position).isZero();
		assertThat(this.tracks.get(track.id).position).isZero();
		assertThat(this.tracks.get(track.id).title).isEqualTo("b");
	}

	@Test
	void aComputedSaveMovesTheRowToo() {
		List<Track> rows = filled("a", "b");
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		Track track = rows.get(1);
		this.tracks.save(track, TRACK.title.set(upper(TRACK.title)));
		assertThat(this.tracks.get(track.id).position).isEqualTo(1);
		track.album = ForeignKey.to(other);
		this.tracks.save(track, TRACK.title.set(lower(TRACK.title)));
		assertThat(this.tracks.get(track.id).position).isZero();
		assertThat(other.tracks.flat(TRACK.title).list()).containsExactly("b");
	}

	@Test
	void anUpdateThatFindsNoRowLeavesThePlaceAsItWas() {
		Track track = filled("a", "b").get(1);
		database.execute("DELETE FROM track");
		track.album = ForeignKey.to(this.albums.save(Discs.album("Sketches of Spain")));
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.tracks.save(track, SaveOptions::forcingUpdate));
		assertThat(track.position).isEqualTo(1);
	}

	@Test
	void aRowThatWasNotLoadedIsMovedToo() {
		Track track = filled("a", "b").get(1);
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		this.tracks.save(Discs.track(other, "x"));
		Track same = Discs.track(other, "y");
		same.id = track.id;
		this.tracks.save(same);
		assertThat(other.tracks.flat(TRACK.title).list()).containsExactly("x", "y");
		Track fresh = Discs.track(other, "z");
		fresh.id = 4711L;
		assertThat(QueryLog.capture(() -> this.tracks.save(fresh)).statements())
			.extracting((statement) -> statement.substring(0, 6))
			.containsExactly("UPDATE", "SELECT", "SELECT", "SELECT", "INSERT");
		assertThat(fresh.position).isEqualTo(2);
	}

	@Test
	void aSaveThatIsRolledBackGivesThePlaceBack() {
		List<Track> rows = filled("a", "b");
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		Track track = rows.get(1);
		track.album = ForeignKey.to(other);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			this.tracks.save(track);
			throw new IllegalStateException();
		}));
		assertThat(track.position).isEqualTo(1);
		this.tracks.save(track);
		assertThat(track.position).isZero();
	}

	@Test
	void rowsThatAnOwnerIsGivenComeLast() {
		List<Track> rows = filled("a", "b", "c");
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		Track there = this.tracks.save(Discs.track(other, "x"));
		other.tracks.add(rows.get(2), there, rows.get(0));
		assertThat(other.tracks.flat(TRACK.title).list()).containsExactly("x", "c", "a");
		assertThat(rows.get(2).position).isEqualTo(1);
		assertThat(rows.get(0).position).isEqualTo(2);
		assertThat(there.position).isZero();
		other.tracks.add(List.of(rows.get(1)), false, Map.of());
		assertThat(rows.get(1).position).isEqualTo(3);
		assertThat(titles()).isEmpty();
	}

	@Test
	void movesOfManyThreadsToOneOwnerTakeDifferentPlaces() throws Exception {
		String[] names = IntStream.range(0, 2 * THREADS).mapToObj(Integer::toString).toArray(String[]::new);
		List<Track> rows = filled(names);
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Track>> moves = new ArrayList<>();
			rows.forEach((row) -> moves.add(() -> {
				row.album = ForeignKey.ofId(other.id);
				return this.tracks.save(row);
			}));
			for (Future<Track> done : threads.invokeAll(moves)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(positions()).containsExactlyElementsOf(IntStream.range(0, 2 * THREADS).boxed().toList());
	}

	@Test
	void validationKnowsThatAMovedRowTakesAnotherPlace() {
		List<Track> rows = filled("a", "b");
		Album other = this.albums.save(Discs.album("Sketches of Spain"));
		this.tracks.save(Discs.track(other, "x"));
		rows.get(0).album = ForeignKey.to(other);
		assertThat(this.tracks.validate(rows.get(0)).isEmpty()).isTrue();
		this.tracks.save(rows.get(0), SaveOptions::validating);
		assertThat(rows.get(0).position).isEqualTo(1);
	}

}
