package dev.orm.relation;

import dev.orm.OneToMany;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** A library of media: children of three levels, each with a table of its own. */
final class Media {

	private Media() {
	}

	@Table(name = "curator")
	static class Curator extends Model {

		@Id
		Long id;

		String name;

		OneToMany<Medium> media;

		static Curator named(String name) {
			Curator curator = new Curator();
			curator.name = name;
			return curator;
		}

	}

	// tag::medium[]
	@Table(name = "medium", ordering = "id")
	static class Medium extends Model {

		@Id
		Long id;

		String title;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Curator> curator;

		// end::medium[]
		String title() {
			return this.title;
		}

		ForeignKey<Curator> curator() {
			return this.curator;
		}

		static <M extends Medium> M of(M medium, String title, Curator curator) {
			medium.title = title;
			medium.curator = ForeignKey.to(curator);
			return medium;
		}

	}

	@Table(name = "film")
	static class Film extends Medium {

		int minutes;

		/** No column. */
		transient boolean loaded;

		int minutes() {
			return this.minutes;
		}

		@Override
		protected void afterLoad() {
			this.loaded = true;
		}

	}

	@Table(name = "short_film")
	static class ShortFilm extends Film {

		String festival = "";

		String festival() {
			return this.festival;
		}

	}

	@Table(name = "song")
	static class Song extends Medium {

		int beats;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("songs")
		ForeignKey<Curator> singer;

		int beats() {
			return this.beats;
		}

		ForeignKey<Curator> singer() {
			return this.singer;
		}

	}

}
