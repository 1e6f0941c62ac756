package dev.orm.succession;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.succession.Discs.Album;
import dev.orm.succession.Discs.Track;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.orm.succession.AlbumPath.ALBUM;
import static dev.orm.succession.TrackPath.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Places are those that Django 5.2 gives by {@code order_with_respect_to} in the same
 * steps ({@code django/order_wrt.json}).
 */
class PositionAnswerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Album.class, Track.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Album.class, Track.class))
		.build();

	private final Manager<Album> albums = this.orm.manager(Album.class);

	private final Manager<Track> tracks = this.orm.manager(Track.class);

	private static JsonNode answers() {
		try (InputStream in = PositionAnswerTests.class.getResourceAsStream("/django/order_wrt.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void eachStepLeavesWhatItLeavesInDjango() {
		JsonNode answers = answers();
		answers.get("albums").forEach((title) -> this.albums.save(Discs.album(title.asString())));
		int number = 0;
		for (JsonNode step : answers.get("steps")) {
			String place = "step " + number++ + ": " + step;
			Object answer = act(step.get("do").asString(), this.albums.get(step.get("args").get(0).asLong()),
					(step.get("args").size() > 1) ? step.get("args").get(1) : step);
			assertThat(String.valueOf(answer)).as(place).isEqualTo(step.get("answer").toString().replace(",", ", "));
			assertThat(state()).as(place).isEqualTo(expected(step.get("state")));
		}
	}

	private Object act(String step, Album album, JsonNode argument) {
		return switch (step) {
			case "insert" -> this.tracks.save(Discs.track(album, argument.asString())).position;
			case "bulk" -> {
				List<Track> rows = new ArrayList<>();
				argument.forEach((title) -> rows.add(Discs.track(album, title.asString())));
				this.tracks.bulkCreate(rows);
				yield rows.stream().map((track) -> track.position).toList();
			}
			case "set" -> {
				List<Long> keys = new ArrayList<>();
				argument.forEach((key) -> keys.add(key.asLong()));
				album.tracks.reorder(keys);
				yield null;
			}
			case "next" -> key(album.tracks.nextInOrder(this.tracks.get(argument.asLong())));
			case "previous" -> key(album.tracks.previousInOrder(this.tracks.get(argument.asLong())));
			case "delete" -> {
				this.tracks.delete(this.tracks.get(argument.asLong()));
				yield null;
			}
			default -> throw new IllegalArgumentException(step);
		};
	}

	private static Long key(Optional<Track> track) {
		return track.map((found) -> found.id).orElse(null);
	}

	private List<Object> state() {
		List<Object> state = new ArrayList<>();
		for (Album album : this.albums.orderBy(ALBUM.id.asc()).list()) {
			state.add(List.of(album.tracks.flat(TRACK.id).list(), album.tracks.flat(TRACK.position).list(),
					album.tracks.flat(TRACK.title).list()));
		}
		return state;
	}

	private static List<Object> expected(JsonNode albums) {
		List<Object> state = new ArrayList<>();
		for (JsonNode album : albums) {
			List<Object> keys = new ArrayList<>();
			album.get(0).forEach((key) -> keys.add(key.asLong()));
			List<Object> places = new ArrayList<>();
			album.get(1).forEach((place) -> places.add(place.asInt()));
			List<Object> titles = new ArrayList<>();
			album.get(2).forEach((title) -> titles.add(title.asString()));
			state.add(List.of(keys, places, titles));
		}
		return state;
	}

}
