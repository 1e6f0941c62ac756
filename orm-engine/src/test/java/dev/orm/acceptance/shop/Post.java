package dev.orm.acceptance.shop;

import java.time.Instant;

import jakarta.validation.constraints.PositiveOrZero;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.JoinTable;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Post of the acceptance cases. */
@Table(name = "shop_post", ordering = "-createdAt")
public class Post extends Model {

	@Id
	private Long id;

	@Column(length = 200)
	private String title = "";

	@Column(length = 50, unique = true)
	private String slug = "";

	private String body = "";

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("posts")
	private ForeignKey<User> author;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("posts")
	private @Nullable ForeignKey<Category> category;

	@PositiveOrZero
	private Integer views = 0;

	private Boolean published = false;

	private Boolean featured = false;

	private Instant createdAt = Instant.now();

	private @Nullable Instant deletedAt;

	@RelatedName("posts")
	@JoinTable(name = "shop_post_tags", source = "post_id", target = "tag_id")
	private ManyToMany<Tag> tags;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getSlug() {
		return this.slug;
	}

	public void setSlug(String slug) {
		this.slug = slug;
	}

	public String getBody() {
		return this.body;
	}

	public void setBody(String body) {
		this.body = body;
	}

	public ForeignKey<User> getAuthor() {
		return this.author;
	}

	public void setAuthor(ForeignKey<User> author) {
		this.author = author;
	}

	public @Nullable ForeignKey<Category> getCategory() {
		return this.category;
	}

	public void setCategory(@Nullable ForeignKey<Category> category) {
		this.category = category;
	}

	public Integer getViews() {
		return this.views;
	}

	public void setViews(Integer views) {
		this.views = views;
	}

	public Boolean getPublished() {
		return this.published;
	}

	public void setPublished(Boolean published) {
		this.published = published;
	}

	public Boolean getFeatured() {
		return this.featured;
	}

	public void setFeatured(Boolean featured) {
		this.featured = featured;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

	public @Nullable Instant getDeletedAt() {
		return this.deletedAt;
	}

	public void setDeletedAt(@Nullable Instant deletedAt) {
		this.deletedAt = deletedAt;
	}

	public ManyToMany<Tag> getTags() {
		return this.tags;
	}

}
