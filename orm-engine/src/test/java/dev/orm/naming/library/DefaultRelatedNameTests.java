package dev.orm.naming.library;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.column.ModelTables;
import dev.orm.error.FieldException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.naming.library.Library.Atlas;
import dev.orm.naming.library.Library.Globe;
import dev.orm.naming.library.Library.Shelf;
import dev.orm.naming.library.Library.Volume;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.naming.library.ShelfPath.SHELF;
import static dev.orm.naming.library.VolumePath.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Ways back are named once for a model, or for a group of them. */
class DefaultRelatedNameTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Library.MODELS));

	private static final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Library.MODELS).build();

	private final Manager<Shelf> shelves = orm.manager(Shelf.class);

	private final Manager<Volume> volumes = orm.manager(Volume.class);

	private Shelf shelf;

	@BeforeEach
	void fill() {
		database.execute("TRUNCATE library_shelf RESTART IDENTITY CASCADE");
		this.shelf = this.shelves.create(SHELF.room.is("red"));
		this.volumes.bulkCreate(List.of(Volume.of(this.shelf, "a"), Volume.of(this.shelf, "b")));
	}

	private static List<String> waysBackTo(Class<Shelf> model) {
		EntityModel shelf = orm.models().model(model);
		return shelf.relations()
			.stream()
			.filter((relation) -> !relation.forward() && !relation.hidden())
			.map(RelationModel::queryName)
			.sorted()
			.toList();
	}

	@Test
	void pathsAndHandlesGoBackByTheNameOfTheGroup() {
		assertThat(this.shelves.filter(SHELF.volumes().title.eq("a")).list()).containsExactly(this.shelf);
		assertThat(this.shelves.annotate(count(SHELF.volumes()).as("n")).flat("n").list()).containsExactly(2L);
		assertThat(RelatedManager.of(this.shelf, SHELF.volumes()).orderBy(VOLUME.title.asc()).flat("title").list())
			.containsExactly("a", "b");
	}

	@Test
	void stringsDoToo() {
		assertThat(this.shelves.filter("volumes__title", "a").exists()).isTrue();
		assertThat(this.shelves.prefetchRelated("volumes").list()).hasSize(1);
		assertThat(RelatedManager.of(this.shelf, "volumes").count()).isEqualTo(2);
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.shelves.filter("volume", 1L).list());
	}

	@Test
	void aModelAHandleAndAKeyNameTheirOwn() {
		assertThat(waysBackTo(Shelf.class)).containsExactly("ball", "maps", "periodicals", "seenBy", "volumes");
		Atlas atlas = orm.manager(Atlas.class).create(Map.of("shelf", this.shelf, "title", "world"));
		assertThat(this.shelf.maps.list()).containsExactly(atlas);
		assertThat(this.shelves.filter(SHELF.maps().title.eq("world")).exists()).isTrue();
	}

	@Test
	void aNameForPathsAloneLeavesTheOtherAsItWas() {
		Globe globe = orm.manager(Globe.class).create(Map.of("shelf", this.shelf));
		assertThat(this.shelves.filter("ball", globe).exists()).isTrue();
		assertThat(orm.models().model(Shelf.class).accessor("globes")).isPresent();
	}

	@Test
	void whatTheModelHidesIsHidden() {
		assertThat(orm.models().model(Shelf.class).accessor("leaflet")).isEmpty();
		assertThat(waysBackTo(Shelf.class)).noneMatch((name) -> name.contains("leaflet"));
	}

	@Test
	void aKeyThatNamesItsWayBackKeepsIt() {
		EntityModel volume = orm.models().model(Volume.class);
		assertThat(volume.accessor("featured")).isPresent();
		assertThat(volume.accessor("periodicals")).isPresent();
	}

}
