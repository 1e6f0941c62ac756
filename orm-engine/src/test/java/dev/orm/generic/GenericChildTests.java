package dev.orm.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.expression.Annotation;
import dev.orm.generic.Broadcast.Clip;
import dev.orm.generic.Broadcast.Content;
import dev.orm.generic.Broadcast.Remark;
import dev.orm.generic.Broadcast.Video;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.orm.Functions.count;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.generic.ContentPath.CONTENT;
import static dev.orm.generic.RemarkPath.REMARK;
import static dev.orm.generic.VideoPath.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A generic key points to the table of the instance's own class, and the way back starts
 * from it. Answers of Django 5.2 are in {@code django/generic_children.json}.
 */
class GenericChildTests {

	private static final Map<String, Class<? extends Content>> CLASSES = Map.of("content", Content.class, "video",
			Video.class, "clip", Clip.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Broadcast.MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Broadcast.MODELS).build();

	private final Manager<Content> contents = this.orm.manager(Content.class);

	private final Manager<Video> videos = this.orm.manager(Video.class);

	private final Manager<Remark> remarks = this.orm.manager(Remark.class);

	@BeforeEach
	void empty() {
		database.truncate("content", "video", "clip", "remark");
	}

	static Stream<JsonNode> seeds() {
		try (InputStream in = GenericChildTests.class.getResourceAsStream("/django/generic_children.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("seeds").valueStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void make(String kind) {
		save(switch (kind) {
			case "video" -> new Video();
			case "clip" -> new Clip();
			default -> new Content();
		});
	}

	@SuppressWarnings("unchecked")
	private <C extends Content> void save(C content) {
		this.orm.manager((Class<C>) content.getClass()).save(content);
	}

	private void fill(JsonNode seed) {
		empty();
		seed.get("rows").forEach((kind) -> make(kind.asString()));
		List<Remark> rows = new ArrayList<>();
		seed.get("remarks")
			.forEach((row) -> rows.add(Remark.of(GenericKey.to(found(row.get(0), row.get(1))), row.get(2).asString())));
		this.remarks.bulkCreate(rows);
	}

	private Content found(JsonNode kind, JsonNode key) {
		return manager(kind).get(key.asLong());
	}

	private Manager<? extends Content> manager(JsonNode kind) {
		return this.orm.manager(CLASSES.get(kind.asString()));
	}

	private static List<Long> keys(JsonNode list) {
		return list.valueStream().map(JsonNode::asLong).toList();
	}

	private static List<Long> keys(List<? extends Model> rows) {
		return rows.stream().map((row) -> (Long) row.pk()).sorted().toList();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void handlesAndPathsLeadWhereTheyDoInDjango(JsonNode seed) {
		fill(seed);
		for (JsonNode question : seed.get("handles")) {
			Content owner = found(question.get(0), question.get(1));
			assertThat(keys(owner.remarks.list())).as(question.toString()).isEqualTo(keys(question.get(2)));
			assertThat(owner.remarks.list()).allSatisfy((remark) -> assertThat(remark.target.get()).isEqualTo(owner));
		}
		for (JsonNode question : seed.get("filters")) {
			Manager<? extends Content> rows = manager(question.get(0));
			String text = question.get(2).asString();
			assertThat(keys((question.get(1).asString().equals("filter") ? rows.filter("remarks__text", text)
					: rows.exclude("remarks__text", text))
				.distinct()
				.list())).as(question.toString()).isEqualTo(keys(question.get(3)));
		}
		for (JsonNode question : seed.get("counts")) {
			List<String> counted = new ArrayList<>();
			manager(question.get(0)).annotate(Map.of("n", count("remarks")))
				.orderBy("id")
				.forEach((row) -> counted.add("[" + row.id + "," + row.get("n") + "]"));
			assertThat("[" + String.join(",", counted) + "]").isEqualTo(question.get(1).toString());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void rowsPrefetchedAndThoseOfPeersAreTheSame(JsonNode seed) {
		fill(seed);
		for (String kind : CLASSES.keySet()) {
			for (Content row : this.orm.manager(CLASSES.get(kind)).prefetchRelated("remarks").list()) {
				assertThat(keys(row.remarks.list())).isEqualTo(keys(this.remarks.filter("target", row).list()));
			}
		}
		List<Content> narrowed = this.contents.withSubclasses().prefetchRelated(CONTENT.remarks()).list();
		List<Content> sliced = this.contents.withSubclasses()
			.prefetchRelated(prefetch(CONTENT.remarks(), this.remarks.orderBy("id").slice(0, 1)))
			.list();
		QueryLog log = QueryLog.capture(() -> {
			narrowed.forEach((row) -> assertThat(row.remarks.list()).hasSizeGreaterThanOrEqualTo(0));
			sliced.forEach((row) -> assertThat(row.remarks.list()).hasSizeLessThan(2));
		});
		assertThat(log.statements()).isEmpty();
		narrowed.forEach((row) -> assertThat(keys(row.remarks.list()))
			.isEqualTo(keys(this.remarks.filter("target", row).list())));
		this.contents.withSubclasses()
			.list()
			.forEach((row) -> assertThat(row.remarks.list().size())
				.isEqualTo((int) this.remarks.filter("target", row).count()));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatIsMadeByAHandlePointsToItsOwnTable(JsonNode seed) {
		for (JsonNode question : seed.get("creates")) {
			fill(seed);
			Content owner = found(question.get(0), question.get(1));
			Remark made = owner.remarks.create(REMARK.text.is("z"));
			assertThat(made.target.type()).as(question.toString()).isEqualTo(question.get(2).asString());
			assertThat(this.remarks.get(made.id).target.get()).isEqualTo(owner);
			owner.remarks.remove(made);
			Remark added = this.remarks.save(Remark.of(GenericKey.of(Content.class, owner.id), "y"));
			owner.remarks.add(added);
			assertThat(this.remarks.get(added.id).target.type()).isEqualTo(question.get(2).asString());
		}
	}

	/** Django leaves rows that point to the parent's row of a child that is deleted. */
	@ParameterizedTest
	@MethodSource("seeds")
	void whatPointsToARowOfAnyTableGoesWithIt(JsonNode seed) {
		for (JsonNode question : seed.get("deletes")) {
			fill(seed);
			delete(found(question.get(0), question.get(1)));
			List<Remark> left = this.remarks.orderBy("id").list();
			assertThat(left).as(question.toString())
				.allSatisfy((remark) -> assertThat(remark.target.get()).isNotNull());
			List<Long> live = keys(question.get(3));
			List<Long> expected = keys(question.get(2)).stream()
				.filter((key) -> live.contains(seed.get("remarks").get(key.intValue() - 1).get(1).asLong()))
				.toList();
			assertThat(keys(left)).as(question.toString()).isEqualTo(expected);
			assertThat(keys(this.contents.list())).isEqualTo(live);
		}
	}

	@SuppressWarnings("unchecked")
	private <C extends Content> void delete(C content) {
		this.orm.manager((Class<C>) content.getClass()).delete(content);
	}

	@Test
	void aParentAndItsChildAreTwoTargets() {
		// tag::child[]
		Video video = this.videos.save(new Video());
		this.remarks.save(Remark.of(GenericKey.to(video), "of the video"));
		this.remarks.save(Remark.of(GenericKey.of(Content.class, video.id), "of the content"));
		assertThat(video.remarks.flat(REMARK.text).list()).containsExactly("of the video");
		assertThat(this.contents.get(video.id).remarks.flat(REMARK.text).list()).containsExactly("of the content");
		assertThat(this.remarks.filter(REMARK.target.in(List.of(video, this.contents.get(video.id)))).count())
			.isEqualTo(2);
		// end::child[]
		Annotation<Video, Long> number = count(VIDEO.remarks()).as("number");
		assertThat(this.videos.annotate(number).get(video.id).get(number)).isEqualTo(1);
	}

	@Test
	void aChildNeedsNoJoinToItsParent() {
		assertThat(QueryLog.capture(() -> this.videos.filter(VIDEO.remarks().text.eq("a")).count()).statements())
			.singleElement()
			.asString()
			.isEqualTo("SELECT COUNT(*) AS \"__count\" FROM \"video\" \"t0\" INNER JOIN \"remark\" \"t1\" "
					+ "ON \"t0\".\"content_ptr_id\" = \"t1\".\"target_id\" AND \"t1\".\"target_type\" = ? WHERE \"t1\".\"text\" = ?");
	}

	@Test
	void oneStatementDeletesWhatPointsToARowOfSeveralTables() {
		Video video = this.videos.save(new Video());
		video.remarks.create(REMARK.text.is("a"));
		this.remarks.save(Remark.of(GenericKey.of(Content.class, video.id), "b"));
		QueryLog log = QueryLog.capture(() -> this.videos.delete(video));
		assertThat(log.statements()).filteredOn((sql) -> sql.contains("\"remark\"")).hasSize(1);
		assertThat(this.remarks.count()).isZero();
	}

}
