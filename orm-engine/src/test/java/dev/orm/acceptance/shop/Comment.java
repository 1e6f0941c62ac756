package dev.orm.acceptance.shop;

import java.time.Instant;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Comment of the acceptance cases. */
@Table(name = "shop_comment")
public class Comment extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("comments")
	private ForeignKey<Post> post;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("comments")
	private @Nullable ForeignKey<User> author;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("replies")
	private @Nullable ForeignKey<Comment> parent;

	private String text = "";

	private @Nullable Integer score;

	private Instant createdAt = Instant.now();

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Post> getPost() {
		return this.post;
	}

	public void setPost(ForeignKey<Post> post) {
		this.post = post;
	}

	public @Nullable ForeignKey<User> getAuthor() {
		return this.author;
	}

	public void setAuthor(@Nullable ForeignKey<User> author) {
		this.author = author;
	}

	public @Nullable ForeignKey<Comment> getParent() {
		return this.parent;
	}

	public void setParent(@Nullable ForeignKey<Comment> parent) {
		this.parent = parent;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public @Nullable Integer getScore() {
		return this.score;
	}

	public void setScore(@Nullable Integer score) {
		this.score = score;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

}
