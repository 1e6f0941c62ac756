package dev.orm.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.history.Board.Poster;
import dev.orm.history.Board.Remark;
import dev.orm.history.Board.Subject;
import dev.orm.migration.source.ModelSources;
import dev.orm.observe.QueryLog;
import dev.orm.schema.Schema;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.Functions.count;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.history.PosterPath.POSTER;
import static dev.orm.history.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

/** What rows were related to, by join tables and by generic keys. */
class KeptRelationTests {

	@RegisterExtension
	static final TestDatabase database = Board.database();

	private final Orm orm = Board.orm(database).build();

	private final Manager<Poster> posters = this.orm.manager(Poster.class);

	private final Manager<Subject> subjects = this.orm.manager(Subject.class);

	private final Manager<Remark> remarks = this.orm.manager(Remark.class);

	private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

	private Poster poster;

	private Subject jazz;

	private Subject blues;

	@BeforeEach
	void fill() {
		database.truncate("subject", "poster", "remark", "poster_subjects", "poster_drafts", "poster_history",
				"remark_history");
		database.execute("TRUNCATE poster_subjects_history");
		this.poster = this.posters.save(Board.poster("Tonight"));
		this.jazz = this.subjects.save(Board.subject("jazz"));
		this.blues = this.subjects.save(Board.subject("blues"));
	}

	private Instant now() {
		return this.jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	private static List<String> names(Poster poster) {
		return poster.subjects.orderBy("name").flat("name").stream().map(Object::toString).toList();
	}

	@Test
	void theJoinTableOfARelationIsKept() {
		String schema = ModelTables.schema(TypeRegistry.standard(), Board.MODELS).toString();
		assertThat(schema).contains("poster_subjects_history").doesNotContain("poster_drafts_history");
	}

	@Test
	void whatWasRelatedIsReadAsItWas() {
		// tag::joined[]
		this.poster.subjects.add(this.jazz, this.blues);
		Instant before = now();
		this.poster.subjects.set(List.of(this.blues));

		Poster past = this.posters.asOf(before).get(this.poster.id);
		List<Subject> then = past.subjects.all().list();
		// end::joined[]
		assertThat(then).containsExactlyInAnyOrder(this.jazz, this.blues);
		assertThat(names(past)).containsExactly("blues", "jazz");
		assertThat(names(this.posters.get(this.poster.id))).containsExactly("blues");
		assertThat(this.posters.asOf(before).filter(POSTER.subjects().name.eq("jazz")).count()).isEqualTo(1);
		assertThat(this.posters.filter(POSTER.subjects().name.eq("jazz")).count()).isZero();
		assertThat(
				this.posters.asOf(before).annotate(count(POSTER.subjects()).as("number")).filter("number", 2).count())
			.isEqualTo(1);
		assertThat(this.posters.asOf(before).prefetchRelated(POSTER.subjects()).list()).singleElement()
			.satisfies((
					one) -> assertThat(QueryLog.capture(() -> assertThat(one.subjects.all().list()).hasSize(2)).count())
						.isZero());
	}

	@Test
	void whatWentWithARowIsKeptToo() {
		this.poster.subjects.add(this.jazz);
		Instant before = now();
		this.posters.delete(this.posters.get(this.poster.id));
		assertThat(names(this.posters.asOf(before).get(this.poster.id))).containsExactly("jazz");
	}

	@Test
	void relationsThatAreNotKeptAreAsTheyAreNow() {
		this.poster.drafts.add(this.jazz);
		Instant before = now();
		this.poster.drafts.clear();
		assertThat(this.posters.asOf(before).get(this.poster.id).drafts.count()).isZero();
	}

	@Test
	void genericKeysLeadToWhatTheirTargetsWere() {
		Remark remark = this.remarks.save(Board.remark(this.poster, "nice"));
		Instant before = now();
		this.poster.title = "Tomorrow";
		this.posters.save(this.poster);
		remark.text = "late";
		this.remarks.save(remark);

		Remark past = this.remarks.asOf(before).get(remark.id);
		assertThat(past.text).isEqualTo("nice");
		assertThat(past.target.get(Poster.class).title).isEqualTo("Tonight");
		assertThat(this.remarks.get(remark.id).target.get(Poster.class).title).isEqualTo("Tomorrow");
		assertThat(this.remarks.asOf(before).prefetchRelated("target").get(remark.id).target.get(Poster.class).title)
			.isEqualTo("Tonight");
		assertThat(this.remarks.asOf(before)
			.prefetchRelated(prefetch(REMARK.target, this.posters.filter(POSTER.title.eq("Tonight"))))
			.get(remark.id).target.get(Poster.class).title).isEqualTo("Tonight");
	}

	@Test
	void targetsThatAreGoneWereThere() {
		Remark remark = this.remarks.save(Board.remark(this.poster, "nice"));
		Instant before = now();
		this.posters.delete(this.posters.get(this.poster.id));
		assertThat(this.remarks.filter(REMARK.id.eq(remark.id)).exists()).isFalse();
		assertThat(this.remarks.asOf(before).get(remark.id).target.get(Poster.class).title).isEqualTo("Tonight");
		Poster past = this.posters.asOf(before).get(this.poster.id);
		assertThat(past.remarks.flat(REMARK.text).list()).containsExactly("nice");
		assertThat(this.posters.asOf(before).filter(POSTER.remarks().text.eq("nice")).count()).isEqualTo(1);
	}

	@Test
	void versionsLeadToWhatTheirTargetsWere() {
		Remark remark = this.remarks.save(Board.remark(this.poster, "nice"));
		this.poster.title = "Tomorrow";
		this.posters.save(this.poster);
		remark.text = "late";
		this.remarks.save(remark);
		assertThat(this.remarks.versions(remark))
			.extracting((version) -> version.instance().target.get(Poster.class).title)
			.containsExactly("Tonight", "Tomorrow");
	}

	@Test
	void inspectedModelsSayWhichRelationsAreKept() {
		Schema schema = ModelTables.schema(TypeRegistry.standard(), Board.MODELS);
		assertThat(ModelSources.of(schema, Set.of(), "board", Set.of()))
			.filteredOn((source) -> source.className().equals("Poster"))
			.singleElement()
			.satisfies((source) -> assertThat(source.text()).contains("meta.history().with(\"subjects\");"));
	}

}
