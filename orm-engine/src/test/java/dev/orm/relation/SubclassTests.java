package dev.orm.relation;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.Related;
import dev.orm.annotation.DefaultManager;
import dev.orm.column.ModelTables;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.relation.Media.Curator;
import dev.orm.relation.Media.Film;
import dev.orm.relation.Media.Medium;
import dev.orm.relation.Media.ShortFilm;
import dev.orm.relation.Media.Song;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.relation.CuratorPath.CURATOR;
import static dev.orm.relation.MediumPath.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows come as the children they are. */
class SubclassTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Curator.class, Medium.class, Film.class,
			ShortFilm.class, Song.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Manager<Medium> media = this.orm.manager(Medium.class);

	private final Manager<Curator> curators = this.orm.manager(Curator.class);

	@BeforeEach
	void fill() {
		database.truncate("curator", "medium", "film", "short_film", "song");
		Curator ann = this.curators.save(Curator.named("Ann"));
		Curator bob = this.curators.save(Curator.named("Bob"));
		this.media.save(Medium.of(new Medium(), "Relic", ann));
		Film film = Medium.of(new Film(), "Metropolis", ann);
		film.minutes = 153;
		this.orm.manager(Film.class).save(film);
		ShortFilm small = Medium.of(new ShortFilm(), "Vincent", bob);
		small.minutes = 6;
		small.festival = "Annecy";
		this.orm.manager(ShortFilm.class).save(small);
		Song song = Medium.of(new Song(), "Hymn", bob);
		song.beats = 90;
		song.singer = ForeignKey.to(ann);
		this.orm.manager(Song.class).save(song);
	}

	private static List<Class<?>> classes(List<? extends Medium> found) {
		return found.stream().<Class<?>>map(Object::getClass).toList();
	}

	@Test
	void rowsComeAsTheChildrenTheyAre() {
		// tag::all[]
		List<Medium> all = this.media.withSubclasses().list();
		// end::all[]
		assertThat(classes(all)).containsExactly(Medium.class, Film.class, ShortFilm.class, Song.class);
		assertThat(all).extracting(Medium::title).containsExactly("Relic", "Metropolis", "Vincent", "Hymn");
		ShortFilm small = (ShortFilm) all.get(2);
		assertThat(small.minutes).isEqualTo(6);
		assertThat(small.festival).isEqualTo("Annecy");
		assertThat(small.loaded).isTrue();
		assertThat(((Song) all.get(3)).beats).isEqualTo(90);
	}

	@Test
	void eachIsWhatItsOwnManagerReads() {
		for (Medium medium : this.media.withSubclasses().list()) {
			Medium own = this.orm.manager(medium.getClass()).get(medium.id);
			assertThat(medium).isEqualTo(own).hasSameClassAs(own);
			assertThat(medium.title).isEqualTo(own.title);
			assertThat(medium.curator.id()).isEqualTo(own.curator.id());
			assertThat(medium.isSaved()).isTrue();
		}
	}

	@Test
	void tablesAreJoinedOnceAndOnlyThoseAskedFor() {
		assertThat(QueryLog.capture(() -> this.media.withSubclasses(Song.class).list()).statements()).containsExactly(
				"SELECT \"t0\".\"id\", \"t0\".\"title\", \"t0\".\"curator_id\", \"t0\".\"id\", \"t0\".\"title\", \"t0\".\"curator_id\","
						+ " \"t1\".\"medium_ptr_id\", \"t1\".\"beats\", \"t1\".\"singer_id\" FROM \"medium\" \"t0\""
						+ " LEFT OUTER JOIN \"song\" \"t1\" ON \"t0\".\"id\" = \"t1\".\"medium_ptr_id\" ORDER BY \"t0\".\"id\" ASC");
		// tag::some[]
		List<Medium> some = this.media.withSubclasses(Film.class).list();
		// end::some[]
		assertThat(classes(some)).containsExactly(Medium.class, Film.class, Film.class, Medium.class);
		assertThat(classes(this.media.withSubclasses(ShortFilm.class).list())).containsExactly(Medium.class, Film.class,
				ShortFilm.class, Medium.class);
	}

	@Test
	void theJoinsAreLeftOutWhereNoInstanceIsMade() {
		assertThat(QueryLog.capture(() -> this.media.withSubclasses().count()).statements())
			.containsExactly("SELECT COUNT(*) AS \"__count\" FROM \"medium\" \"t0\"");
		assertThat(this.media.withSubclasses().values(MEDIUM.title).list()).hasSize(4);
	}

	@Test
	void whatIsAskedOfTheParentHoldsForTheChildren() {
		assertThat(this.media.withSubclasses().get(2L)).isInstanceOf(Film.class);
		assertThat(classes(this.media.filter(MEDIUM.title.contains("in")).withSubclasses().list()))
			.containsExactly(ShortFilm.class);
		assertThat(classes(this.media.filter("film__minutes__gt", 100).withSubclasses().list()))
			.containsExactly(Film.class);
		List<Medium> known = Queries.expect(1,
				() -> this.media.selectRelated(MEDIUM.curator()).withSubclasses().list());
		assertThat(Queries.count(() -> known.forEach((medium) -> medium.curator.get()))).isZero();
		try (Stream<Medium> stream = this.media.withSubclasses().stream(2)) {
			assertThat(classes(stream.toList())).containsExactly(Medium.class, Film.class, ShortFilm.class, Song.class);
		}
	}

	@Test
	void deferredFieldsAreDeferredInChildrenToo() {
		List<Medium> some = this.media.only(MEDIUM.title).withSubclasses().list();
		assertThat(some.get(3).deferredFields()).contains("beats", "curator");
		assertThat(((Song) some.get(3)).beats()).isEqualTo(90);
		assertThat(((ShortFilm) this.media.defer(MEDIUM.title).withSubclasses().list().get(2)).title())
			.isEqualTo("Vincent");
	}

	@Test
	void childrenAreSavedAndDeletedAsWhatTheyAre() {
		Song song = (Song) this.media.withSubclasses().get(4L);
		song.title = "Anthem";
		song.beats = 100;
		this.media.save(song);
		assertThat(this.orm.manager(Song.class).get(4L).beats).isEqualTo(100);
		assertThat(this.media.delete(this.media.withSubclasses().get(3L)).perModel()).containsKeys("Medium", "Film",
				"ShortFilm");
	}

	@Test
	void relatedRowsAndPrefetchesKeepThem() {
		Curator ann = this.curators.get(1L);
		assertThat(classes(ann.media.withSubclasses().list())).containsExactly(Medium.class, Film.class);
		List<Curator> curators = Queries.expect(2,
				() -> this.curators.prefetchRelated(prefetch(CURATOR.media(), this.media.withSubclasses()))
					.orderBy("id")
					.list());
		assertThat(classes(curators.get(1).media.list())).containsExactly(ShortFilm.class, Song.class);
		assertThat(Queries.count(() -> curators.get(1).media.list().forEach((medium) -> medium.curator.get())))
			.isZero();
	}

	@Test
	void aDefaultManagerMayAlwaysAnswerThem() {
		Orm kept = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();
		kept.bind(new AllMedia());
		assertThat(classes(kept.manager(Curator.class).get(2L).media.list())).containsExactly(ShortFilm.class,
				Song.class);
	}

	@Test
	void theWayToTheParentCostsNothing() {
		Song song = (Song) this.media.withSubclasses().get(4L);
		assertThat(Queries.count(() -> assertThat(Related.get(song, "mediumPtr")).isExactlyInstanceOf(Medium.class)))
			.isZero();
	}

	@Test
	void instancesAreNarrowedTogether() {
		List<Medium> plain = this.media.list();
		assertThat(Queries.count(() -> {
			// tag::narrow[]
			Medium first = this.media.narrow(plain.get(1));
			// end::narrow[]
			assertThat(first).isExactlyInstanceOf(Film.class);
		})).isEqualTo(2);
		assertThat(this.media.narrow(plain.get(2))).isExactlyInstanceOf(ShortFilm.class);
		assertThat(Queries.count(() -> this.media.narrow(plain.get(2)))).isZero();
		assertThat(this.media.narrow(plain.get(0))).isSameAs(plain.get(0));
		assertThat(((Song) this.media.narrow(plain.get(3))).beats).isEqualTo(90);
	}

	@DefaultManager
	static final class AllMedia extends AbstractManager<Medium, QuerySet<Medium>> {

		@Override
		protected QuerySet<Medium> getQuerySet() {
			return super.getQuerySet().withSubclasses();
		}

	}

}
