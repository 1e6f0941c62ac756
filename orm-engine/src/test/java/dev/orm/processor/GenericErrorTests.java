package dev.orm.processor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compiler says of generic keys and their ways back. */
class GenericErrorTests {

	private static final String KEY = " @Id private Long id; ";

	private static final String COMMENT = "@Table class Comment extends Model {" + KEY + "GenericKey<Long> target; }";

	private static final String UUID = "@Table class Order extends Model { @Id(generated = Id.Generated.UUID) private UUID id; %s }";

	@TempDir
	private Path output;

	private List<String> compiled(String... classes) {
		return Compilation.ofSources(this.output, List.of(), Stream.of(classes)
			.map((text) -> "package shop; import dev.orm.*; import dev.orm.annotation.*; import dev.orm.model.*; import java.util.*; "
					+ text)
			.toArray(String[]::new)).messages();
	}

	private void refuses(String message, String... classes) {
		assertThat(compiled(classes)).as(Arrays.toString(classes))
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	@Test
	void privateKeysAndHandlesCompile() {
		assertThat(compiled(
				"@Table public class Comment extends Model {" + KEY
						+ "private GenericKey<Long> target; public GenericKey<Long> getTarget() { return this.target; }"
						+ " public void setTarget(GenericKey<Long> to) { this.target = to; } }",
				"@Table public class Post extends Model {" + KEY + "private GenericRelation<Comment> comments; }"))
			.isEmpty();
	}

	@Test
	void aKeySaysWhatItHolds() {
		refuses("ERROR at target: Comment.target is a generic key that does not say what keys it holds",
				"@Table class Comment extends Model {" + KEY + "GenericKey target; }");
		refuses("ERROR at target: Comment.target is a generic key that does not say what keys it holds",
				"@Table class Comment extends Model {" + KEY + "GenericKey<Thread> target; }");
	}

	@Test
	void aKeyIsNotTheKeyOfItsModel() {
		refuses("ERROR at target: Comment.target is a generic key, which cannot be the key of a model",
				"@Table class Comment extends Model { @Id GenericKey<Long> target; }");
	}

	@Test
	void targetsHaveTheKeysThatAreHeld() {
		refuses("ERROR at target: Comment.target is a GenericKey<Long>, but the key of Order, which @Targets names, is java.util.UUID",
				UUID.formatted(""),
				"@Table class Comment extends Model {" + KEY + "@Targets(Order.class) GenericKey<Long> target; }");
		refuses("ERROR at name: @Targets says where a GenericKey leads, but Comment.name is none", UUID.formatted(""),
				"@Table class Comment extends Model {" + KEY + "@Targets(Order.class) String name; }");
	}

	@Test
	void aWayBackIsThatOfOneKey() {
		refuses("ERROR at comments: Handle Post.comments does not say which model points back",
				"@Table class Post extends Model {" + KEY + "GenericRelation comments; }");
		refuses("ERROR at posts: Handle Post.posts is the way back of no GenericKey of Post",
				"@Table class Post extends Model {" + KEY + "GenericRelation<Post> posts; }");
		refuses("ERROR at links: Handle Post.links is the way back of several GenericKeys of Link: say which by @BackOf. Choices: from, to",
				"@Table class Link extends Model {" + KEY + "GenericKey<Long> from; GenericKey<Long> to; }",
				"@Table class Post extends Model {" + KEY + "GenericRelation<Link> links; }");
		assertThat(compiled("@Table class Link extends Model {" + KEY + "GenericKey<Long> from; GenericKey<Long> to; }",
				"@Table class Post extends Model {" + KEY + "@BackOf(\"to\") GenericRelation<Link> links; }"))
			.noneMatch((text) -> text.startsWith("ERROR"));
	}

	@Test
	void aWayBackStartsFromAKeyOfTheSameClass() {
		refuses("ERROR at comments: Handle Order.comments is the way back of Comment.target, which holds keys of class java.lang.Long, but the key of Order is java.util.UUID",
				COMMENT, UUID.formatted("GenericRelation<Comment> comments;"));
	}

	@Test
	void aWayBackOfAClosedSetStartsFromOneOfIt() {
		refuses("ERROR at comments: Handle Post.comments is the way back of Comment.target, but @Targets there does not name Post. Targets: [Photo]",
				"@Table class Photo extends Model {" + KEY + "}",
				"@Table class Comment extends Model {" + KEY + "@Targets(Photo.class) GenericKey<Long> target; }",
				"@Table class Post extends Model {" + KEY + "GenericRelation<Comment> comments; }");
	}

}
