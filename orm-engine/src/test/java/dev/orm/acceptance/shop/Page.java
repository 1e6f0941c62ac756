package dev.orm.acceptance.shop;

import dev.orm.annotation.Table;

/** The model Page of the acceptance cases. */
@Table(name = "shop_page", ordering = "title")
public class Page extends Content {

	private String body = "";

	private Boolean published = false;

	public String getBody() {
		return this.body;
	}

	public void setBody(String body) {
		this.body = body;
	}

	public Boolean getPublished() {
		return this.published;
	}

	public void setPublished(Boolean published) {
		this.published = published;
	}

}
