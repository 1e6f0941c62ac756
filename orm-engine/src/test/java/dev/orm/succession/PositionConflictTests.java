package dev.orm.succession;

import java.util.List;

import dev.orm.Manager;
import dev.orm.OnConflict;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.QueryValueException;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.succession.Discs.Album;
import dev.orm.succession.Discs.Track;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.succession.TrackPath.TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows with places may meet others by what is unique at once, not by what is looked at
 * when the transaction commits.
 */
class PositionConflictTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Album.class, Track.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Album.class, Track.class))
		.build();

	private final Manager<Track> tracks = this.orm.manager(Track.class);

	private Album album;

	@BeforeEach
	void empty() {
		database.truncate("album", "track");
		this.album = this.orm.manager(Album.class).save(Discs.album("Kind of Blue"));
	}

	private Track known(String title, long key) {
		Track track = Discs.track(this.album, title);
		track.id = key;
		return track;
	}

	@Test
	void rowsAreLeftOutByTheirKeys() {
		this.tracks.bulkCreate(List.of(known("So What", 1)));
		this.tracks.bulkCreate(List.of(known("Freddie Freeloader", 1), known("Blue in Green", 2)),
				OnConflict.on(TRACK.id).ignore());
		assertThat(this.tracks.flat(TRACK.title).list()).containsExactly("So What", "Blue in Green");
	}

	@Test
	void whateverConflictsCannotBeLeftOut() {
		List<Track> rows = List.of(Discs.track(this.album, "So What"));
		assertThat(Queries.count(() -> assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.tracks.bulkCreate(rows, BulkCreateOptions::ignoringConflicts))
			.withMessageContaining("track_album_id_position_key (album, position), which is checked at the commit")
			.withMessageContaining("OnConflict.on(…).ignore()"))).isZero();
	}

	@Test
	void placesAreNotWhatAnUpsertGoesBy() {
		List<Track> rows = List.of(Discs.track(this.album, "So What"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(
					() -> this.tracks.bulkCreate(rows, OnConflict.on(TRACK.album, TRACK.position).update(TRACK.title)))
			.withMessageContaining("checked at the commit");
	}

}
