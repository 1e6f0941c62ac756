package dev.orm.scope;

import java.util.List;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.ReverseOneToOne;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Proxy;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.test.TestDatabase;

import static dev.orm.scope.BundlePath.BUNDLE;
import static dev.orm.scope.GoodPath.GOOD;
import static dev.orm.scope.GuidePath.GUIDE;
import static dev.orm.scope.RemarkPath.REMARK;
import static dev.orm.scope.TopicPath.TOPIC;

/** Models some rows of which queries do not see. */
public final class Market {

	private static final String[] ROWS = { "INSERT INTO stall (name) VALUES ('north'), ('south')", """
			INSERT INTO good (name, price, hidden, stall_id) VALUES ('saw', 30, false, 1), ('nail', 1, false, 1),
				('glue', 5, true, 1), ('rope', 12, false, 2)""",
			"INSERT INTO bundle (good_ptr_id, size) VALUES (1, 2), (3, 4)",
			"INSERT INTO topic (name, hidden) VALUES ('tools', false), ('sale', true), ('wood', false)",
			"INSERT INTO good_topics (good_id, topic_id) VALUES (1, 1), (1, 2), (1, 3), (2, 2), (3, 1), (4, 1)", """
					INSERT INTO remark (rating, spam, good_id) VALUES (5, false, 1), (1, true, 1), (4, false, 2),
						(2, true, 4), (3, false, 3)""",
			"INSERT INTO guide (pages, draft, good_id) VALUES (10, false, 1), (20, true, 2), (30, false, 3)" };

	private Market() {
	}

	public static TestDatabase database() {
		return TestDatabase.create(ModelTables.of(List.of(), Stall.class, Good.class, Bundle.class, Topic.class,
				Remark.class, Guide.class));
	}

	/** Fill the tables anew. */
	static void fill(TestDatabase database) {
		database.truncate("stall", "good", "bundle", "topic", "good_topics", "remark", "guide");
		database.execute(ROWS);
	}

	public static Orm orm(TestDatabase database) {
		fill(database);
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Stall.class, Good.class, Cheap.class, Bundle.class, Topic.class, Remark.class, Guide.class))
			.build();
	}

	@Table(name = "stall", ordering = "name")
	public static class Stall extends Model {

		@Id
		public Long id;

		public String name;

		public OneToMany<Good> goods;

	}

	@Table(name = "good", ordering = "name")
	public static class Good extends Model {

		@Id
		public Long id;

		@Column(unique = true)
		public String name;

		public int price;

		public boolean hidden;

		@OnDelete(OnDeleteAction.CASCADE)
		public ForeignKey<Stall> stall;

		public ManyToMany<Topic> topics;

		public OneToMany<Remark> remarks;

		public ReverseOneToOne<Guide> guide;

		// tag::scope[]
		static void meta(Meta<Good> meta) {
			meta.scope("visible", GOOD.hidden.isFalse());
		}
		// end::scope[]

		public static Good of(String name, Stall stall) {
			Good good = new Good();
			good.name = name;
			good.stall = ForeignKey.to(stall);
			return good;
		}

		public String getName() {
			return this.name;
		}

		public int getPrice() {
			return this.price;
		}

		public boolean isHidden() {
			return this.hidden;
		}

		public ForeignKey<Stall> getStall() {
			return this.stall;
		}

	}

	/** Shares the table of goods, and sees fewer of them. */
	// tag::proxy[]
	@Proxy
	public static class Cheap extends Good {

		static void cheap(Meta<Cheap> meta) {
			meta.scope("cheap", CheapPath.CHEAP.price.lt(10));
		}

	}
	// end::proxy[]

	/** Continues the table of goods. */
	@Table(name = "bundle")
	public static class Bundle extends Good {

		public int size;

		static void bundle(Meta<Bundle> meta) {
			meta.scope("small", BUNDLE.size.lt(100));
		}

	}

	@Table(name = "topic", ordering = "name")
	public static class Topic extends Model {

		@Id
		public Long id;

		public String name;

		public boolean hidden;

		static void meta(Meta<Topic> meta) {
			meta.scope("visible", TOPIC.hidden.isFalse());
		}

	}

	@Table(name = "remark", ordering = "id")
	public static class Remark extends Model {

		@Id
		public Long id;

		public int rating;

		public boolean spam;

		@OnDelete(OnDeleteAction.CASCADE)
		public ForeignKey<Good> good;

		static void meta(Meta<Remark> meta) {
			meta.scope("genuine", REMARK.spam.isFalse());
		}

	}

	@Table(name = "guide")
	public static class Guide extends Model {

		@Id
		public Long id;

		public int pages;

		public boolean draft;

		@OnDelete(OnDeleteAction.CASCADE)
		public OneToOne<Good> good;

		static void meta(Meta<Guide> meta) {
			meta.scope("published", GUIDE.draft.isFalse());
		}

	}

}
