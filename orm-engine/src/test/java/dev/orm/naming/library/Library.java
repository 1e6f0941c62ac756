package dev.orm.naming.library;

import java.util.List;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;

/** Shelves and what stands on them. */
final class Library {

	static final List<Class<? extends Model>> MODELS = List.of(Shelf.class, Volume.class, Magazine.class, Atlas.class,
			Globe.class, Leaflet.class);

	private Library() {
	}

	@Table
	static class Shelf extends Model {

		@Id
		Long id;

		@Column(length = 20)
		String room;

		OneToMany<Atlas> maps;

	}

	abstract static class Kept extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Shelf> shelf;

		@Column(length = 20)
		String title;

	}

	/** Led back to as the group says. */
	@Table
	static class Volume extends Kept {

		@RelatedName("seenBy")
		ManyToMany<Shelf> seen;

		static Volume of(Shelf shelf, String title) {
			Volume volume = new Volume();
			volume.shelf = ForeignKey.to(shelf);
			volume.title = title;
			return volume;
		}

	}

	// tag::table[]
	@Table(defaultRelatedName = "periodicals")
	static class Magazine extends Kept {

		// end::table[]

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("featured")
		ForeignKey<Volume> review;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Volume> poster;

	}

	/** Led back to by the handle of the shelf. */
	@Table
	static class Atlas extends Kept {

	}

	@Table
	static class Globe extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName(query = "ball")
		OneToOne<Shelf> shelf;

	}

	/** Nothing leads back to it. */
	@Table(defaultRelatedName = "+")
	static class Leaflet extends Kept {

	}

}
