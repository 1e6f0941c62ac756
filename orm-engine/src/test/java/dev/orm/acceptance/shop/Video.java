package dev.orm.acceptance.shop;

import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import org.jspecify.annotations.Nullable;

/** The model Video of the acceptance cases. */
@Table(name = "shop_video", ordering = "title")
public class Video extends Content {

	private @Nullable Integer seconds;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("relatedVideos")
	private @Nullable ForeignKey<Content> related;

	public @Nullable Integer getSeconds() {
		return this.seconds;
	}

	public void setSeconds(@Nullable Integer seconds) {
		this.seconds = seconds;
	}

	public @Nullable ForeignKey<Content> getRelated() {
		return this.related;
	}

	public void setRelated(@Nullable ForeignKey<Content> related) {
		this.related = related;
	}

}
