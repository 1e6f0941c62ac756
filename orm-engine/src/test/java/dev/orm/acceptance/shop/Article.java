package dev.orm.acceptance.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The model Article of the acceptance cases. */
@Table(name = "shop_article")
public class Article extends Model {

	@Id
	private Long id;

	@Column(length = 120)
	private String title = "";

	private String body = "";

	@Column(type = "varchar(40)[]")
	private List<String> keywords = new ArrayList<>();

	@Column(type = "integer[]")
	private @Nullable List<Integer> scores;

	@Column(type = "integer[][]")
	private @Nullable List<List<Integer>> matrix;

	private @Nullable JsonNode attrs;

	private @Nullable Range<LocalDate> shown;

	private @Nullable Range<Integer> pages;

	private @Nullable Range<BigDecimal> priceBand;

	private @Nullable Range<Instant> window;

	@Column(type = "tsvector")
	private @Nullable String search;

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

	public String getBody() {
		return this.body;
	}

	public void setBody(String body) {
		this.body = body;
	}

	public List<String> getKeywords() {
		return this.keywords;
	}

	public void setKeywords(List<String> keywords) {
		this.keywords = keywords;
	}

	public @Nullable List<Integer> getScores() {
		return this.scores;
	}

	public void setScores(@Nullable List<Integer> scores) {
		this.scores = scores;
	}

	public @Nullable List<List<Integer>> getMatrix() {
		return this.matrix;
	}

	public void setMatrix(@Nullable List<List<Integer>> matrix) {
		this.matrix = matrix;
	}

	public @Nullable JsonNode getAttrs() {
		return this.attrs;
	}

	public void setAttrs(@Nullable JsonNode attrs) {
		this.attrs = attrs;
	}

	public @Nullable Range<LocalDate> getShown() {
		return this.shown;
	}

	public void setShown(@Nullable Range<LocalDate> shown) {
		this.shown = shown;
	}

	public @Nullable Range<Integer> getPages() {
		return this.pages;
	}

	public void setPages(@Nullable Range<Integer> pages) {
		this.pages = pages;
	}

	public @Nullable Range<BigDecimal> getPriceBand() {
		return this.priceBand;
	}

	public void setPriceBand(@Nullable Range<BigDecimal> priceBand) {
		this.priceBand = priceBand;
	}

	public @Nullable Range<Instant> getWindow() {
		return this.window;
	}

	public void setWindow(@Nullable Range<Instant> window) {
		this.window = window;
	}

	public @Nullable String getSearch() {
		return this.search;
	}

	public void setSearch(@Nullable String search) {
		this.search = search;
	}

}
