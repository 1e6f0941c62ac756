package dev.orm.generic;

import java.util.List;

import dev.orm.GenericRelation;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;

/** Models of three levels, each with a table of its own, that others remark on. */
final class Broadcast {

	static final List<Class<? extends Model>> MODELS = List.of(Content.class, Video.class, Clip.class, Remark.class);

	private Broadcast() {
	}

	// tag::child[]
	@Table(name = "content")
	static class Content extends Model {

		@Id
		Long id;

		String title = "";

		GenericRelation<Remark> remarks;

	}

	@Table(name = "video")
	static class Video extends Content {

		int minutes;

	}
	// end::child[]

	@Table(name = "clip")
	static class Clip extends Video {

		int loops;

	}

	@Table(name = "remark")
	static class Remark extends Model {

		@Id
		Long id;

		String text;

		GenericKey<Long> target;

		static Remark of(GenericKey<Long> target, String text) {
			Remark remark = new Remark();
			remark.target = target;
			remark.text = text;
			return remark;
		}

	}

}
