package dev.orm.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.history.WarePath.WARE;

/** Stalls of a fair and what they sell; what was is kept. */
public final class Fair {

	static final List<Class<? extends Model>> MODELS = List.of(Stall.class, Ware.class, Review.class, Visitor.class,
			Seat.class, Show.class, Concert.class, Note.class, Club.class, Member.class);

	static final String[] TABLES = { "stall", "ware", "fair_review", "visitor", "seat", "show", "concert", "note",
			"club", "member" };

	private Fair() {
	}

	@SuppressWarnings("unchecked")
	public static TestDatabase database() {
		return TestDatabase.create(ModelTables.of(List.of(), MODELS.toArray(Class[]::new)));
	}

	/** Empty all tables, histories too. */
	public static void empty(TestDatabase database) {
		database.truncate(TABLES);
		for (String table : TABLES) {
			database.execute("DO $$ BEGIN EXECUTE 'TRUNCATE " + table
					+ "_history RESTART IDENTITY'; EXCEPTION WHEN undefined_table THEN NULL; END $$");
		}
	}

	/** A time after all that was done, and before all that will be. */
	static Instant now(TestDatabase database) {
		return JdbcClient.create(database.dataSource())
			.sql("SELECT clock_timestamp()")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	public static OrmBuilder orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	@Table(name = "stall", ordering = "id")
	public static class Stall extends Model {

		@Id
		public Long id;

		public String name;

		OneToMany<Ware> wares;

		static void meta(Meta<Stall> meta) {
			meta.history();
		}

		public OneToMany<Ware> getWares() {
			return this.wares;
		}

	}

	// tag::ware[]
	@Table(name = "ware", ordering = "id")
	public static class Ware extends Model {

		@Id
		public Long id;

		@Column(length = 50)
		public String name;

		@Column(precision = 10, scale = 2)
		public BigDecimal price;

		public int stock;

		public @Nullable String remark;

		@OnDelete(OnDeleteAction.CASCADE)
		public ForeignKey<Stall> stall;

		static void meta(Meta<Ware> meta) {
			meta.history().without(WARE.remark);
		}
		// end::ware[]

		OneToMany<Review> reviews;

		public OneToMany<Review> getReviews() {
			return this.reviews;
		}

		public Stall getStall() {
			return this.stall.get();
		}

		public String getName() {
			return this.name;
		}

	}

	@Table(name = "fair_review", ordering = "id")
	public static class Review extends Model {

		@Id
		public Long id;

		public int rating;

		@OnDelete(OnDeleteAction.CASCADE)
		public ForeignKey<Ware> ware;

		@OnDelete(OnDeleteAction.SET_NULL)
		public @Nullable ForeignKey<Visitor> visitor;

		static void meta(Meta<Review> meta) {
			meta.history();
		}

	}

	/** What a visitor was is not kept. */
	@Table(name = "visitor")
	public static class Visitor extends Model {

		@Id
		public Long id;

		public String name;

	}

	@Table(name = "seat")
	public static class Seat extends Model {

		@Id
		public int hall;

		@Id
		public int number;

		public String state;

		static void meta(Meta<Seat> meta) {
			meta.history();
		}

	}

	@Table(name = "show", ordering = "id")
	public static class Show extends Model {

		@Id
		public Long id;

		public String title;

		static void meta(Meta<Show> meta) {
			meta.history();
		}

	}

	@Table(name = "concert")
	public static class Concert extends Show {

		public String band;

		static void concert(Meta<Concert> meta) {
			meta.history();
		}

	}

	@Table(name = "note", ordering = "id")
	public static class Note extends Model {

		@Id
		public Long id;

		@Column(unique = true)
		public String text;

		@SoftDelete
		public @Nullable Instant deletedAt;

		static void meta(Meta<Note> meta) {
			meta.history();
		}

	}

	@Table(name = "club")
	public static class Club extends Model {

		@Id
		public Long id;

		public String name;

	}

	@Table(name = "member", ordering = "id")
	public static class Member extends Model {

		@Id
		public Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Club> club;

		public String name;

		static void meta(Meta<Member> meta) {
			meta.history();
		}

	}

}
