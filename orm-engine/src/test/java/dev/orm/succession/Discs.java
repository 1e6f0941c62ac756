package dev.orm.succession;

import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Position;
import dev.orm.annotation.Slug;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** Models with slugs, and with places among the rows of an owner. */
final class Discs {

	private Discs() {
	}

	// tag::slug[]
	@Table(name = "artist")
	static class Artist extends Model {

		@Id
		Long id;

		String name;

		@Slug(from = "name")
		@Column(unique = true)
		String slug;

	}
	// end::slug[]

	@Table(name = "label")
	static class Label extends Model {

		@Id
		Long id;

		String name;

		@Slug(from = "name")
		@Column(length = 8)
		String slug;

	}

	// tag::album[]
	@Table(name = "album")
	static class Album extends Model {

		@Id
		Long id;

		String title;

		OneToMany<Track> tracks;

	}

	@Table(name = "track")
	static class Track extends Model {

		@Id
		Long id;

		String title;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Album> album;

		@Position(within = "album")
		int position;

	}
	// end::album[]

	@Table(name = "poem")
	static class Poem extends Model {

		@Id
		Long id;

		OneToMany<Verse> verses;

	}

	/** The key of a verse is its poem and a number, whatever its place. */
	@Table(name = "verse")
	static class Verse extends Model {

		@Id
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Poem> poem;

		@Id
		int number;

		@Position(within = "poem")
		int place;

	}

	static Verse verse(Poem poem, int number) {
		Verse verse = new Verse();
		verse.poem = ForeignKey.to(poem);
		verse.number = number;
		return verse;
	}

	static Artist artist(String name) {
		Artist artist = new Artist();
		artist.name = name;
		return artist;
	}

	static Album album(String title) {
		Album album = new Album();
		album.title = title;
		return album;
	}

	static Track track(Album album, String title) {
		Track track = new Track();
		track.album = ForeignKey.to(album);
		track.title = title;
		return track;
	}

}
