package dev.orm.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.column.ModelTables;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.relation.Media.Curator;
import dev.orm.relation.Media.Film;
import dev.orm.relation.Media.Medium;
import dev.orm.relation.Media.ShortFilm;
import dev.orm.relation.Media.Song;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows come as the children that django-model-utils 5.0 on Django 5.2 made of the same
 * rows ({@code django/subclasses.json}).
 */
class SubclassAnswerTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Curator.class, Medium.class, Film.class,
			ShortFilm.class, Song.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private static final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private static final JsonNode answers = answers();

	private static final Map<String, Class<? extends Medium>> TYPES = Map.of("Film", Film.class, "ShortFilm",
			ShortFilm.class, "Song", Song.class);

	private final Manager<Medium> media = orm.manager(Medium.class);

	private static JsonNode answers() {
		try (InputStream in = SubclassAnswerTests.class.getResourceAsStream("/django/subclasses.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeAll
	static void fill() {
		List<Curator> curators = orm.manager(Curator.class)
			.bulkCreate(Stream.of("c1", "c2", "c3", "c4").map(Curator::named).toList());
		answers.get("rows").forEach((row) -> {
			Curator curator = curators.get(row.get(2).asInt() - 1);
			String title = row.get(1).asString();
			switch (row.get(0).asString()) {
				case "Film" -> orm.manager(Film.class).save(film(Medium.of(new Film(), title, curator), row));
				case "ShortFilm" -> {
					ShortFilm film = film(Medium.of(new ShortFilm(), title, curator), row);
					film.festival = row.get(4).asString();
					orm.manager(ShortFilm.class).save(film);
				}
				case "Song" -> {
					Song song = Medium.of(new Song(), title, curator);
					song.beats = row.get(3).asInt();
					song.singer = ForeignKey.to(curators.get(row.get(4).asInt() - 1));
					orm.manager(Song.class).save(song);
				}
				default -> orm.manager(Medium.class).save(Medium.of(new Medium(), title, curator));
			}
		});
	}

	private static <F extends Film> F film(F film, JsonNode row) {
		film.minutes = row.get(3).asInt();
		return film;
	}

	@TestFactory
	Stream<DynamicTest> rowsAreTheChildrenTheyAreThere() {
		return answers.get("cases")
			.valueStream()
			.map((one) -> DynamicTest.dynamicTest(one.get("types") + " " + one.get("filter") + " " + one.get("order"),
					() -> assertThat(JsonMapper.shared().writeValueAsString(ask(one)))
						.isEqualTo(one.get("answer").toString())));
	}

	private List<List<Object>> ask(JsonNode one) {
		List<Class<? extends Medium>> types = new ArrayList<>();
		one.get("types").forEach((type) -> types.add(TYPES.get(type.asString())));
		QuerySet<Medium> rows = this.media.withSubclasses(array(types));
		JsonNode filter = one.get("filter");
		if (!filter.isNull()) {
			Object value = JsonMapper.shared().treeToValue(filter.get(1), Object.class);
			rows = rows.filter(filter.get(0).asString().replace("film__shortfilm", "film__shortFilm"), value);
		}
		String[] order = one.get("order").valueStream().map(JsonNode::asString).toArray(String[]::new);
		return rows.orderBy(order).list().stream().map(SubclassAnswerTests::described).toList();
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Class<? extends Medium>[] array(List<Class<? extends Medium>> types) {
		return types.toArray(new Class[0]);
	}

	private static List<Object> described(Medium medium) {
		List<Object> all = new ArrayList<>(List.of(medium.getClass().getSimpleName(), medium.id, medium.title,
				Objects.requireNonNull(medium.curator.id())));
		if (medium instanceof Film film) {
			all.add(film.minutes);
		}
		if (medium instanceof ShortFilm film) {
			all.add(film.festival);
		}
		if (medium instanceof Song song) {
			all.addAll(List.of(song.beats, Objects.requireNonNull(song.singer.id())));
		}
		return all;
	}

}
