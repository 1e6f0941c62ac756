package dev.orm.history;

import java.util.List;

import dev.orm.GenericRelation;
import dev.orm.ManyToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Id;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import static dev.orm.history.PosterPath.POSTER;

/** A notice board: related rows whose history is kept. */
public final class Board {

	static final List<Class<? extends Model>> MODELS = List.of(Subject.class, Poster.class, Remark.class);

	private Board() {
	}

	public static TestDatabase database() {
		return TestDatabase.create(ModelTables.of(List.of(), Subject.class, Poster.class, Remark.class));
	}

	public static OrmBuilder orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	/** Subjects are as they are now. */
	@Table(name = "subject", ordering = "id")
	public static class Subject extends Model {

		@Id
		public Long id;

		public String name;

	}

	// tag::poster[]
	@Table(name = "poster", ordering = "id")
	public static class Poster extends Model {

		@Id
		public Long id;

		public String title;

		public ManyToMany<Subject> subjects;

		@RelatedName("+")
		public ManyToMany<Subject> drafts;

		public GenericRelation<Remark> remarks;

		static void meta(Meta<Poster> meta) {
			meta.history().with(POSTER.subjects());
		}

		// end::poster[]

	}

	@Table(name = "remark", ordering = "id")
	public static class Remark extends Model {

		@Id
		public Long id;

		public String text;

		public @Nullable GenericKey<Long> target;

		static void meta(Meta<Remark> meta) {
			meta.history();
		}

	}

	static Poster poster(String title) {
		Poster poster = new Poster();
		poster.title = title;
		return poster;
	}

	static Subject subject(String name) {
		Subject subject = new Subject();
		subject.name = name;
		return subject;
	}

	static Remark remark(Model target, String text) {
		Remark remark = new Remark();
		remark.text = text;
		remark.target = GenericKey.to(target);
		return remark;
	}

}
