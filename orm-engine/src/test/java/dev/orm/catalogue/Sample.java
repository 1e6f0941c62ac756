package dev.orm.catalogue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row with a column of each type. It is only read from. */
@Table(name = "sample")
public class Sample extends Model {

	@Id
	private Long id;

	private @Nullable String title;

	private @Nullable String body;

	@Column(type = "regconfig")
	private @Nullable String language;

	private @Nullable Short small;

	private @Nullable Integer count;

	private @Nullable Double ratio;

	@Column(precision = 10, scale = 3)
	private @Nullable BigDecimal price;

	private @Nullable Boolean flag;

	private @Nullable LocalDate day;

	private @Nullable LocalTime at;

	private @Nullable Instant moment;

	private @Nullable Duration length;

	private @Nullable UUID uid;

	private @Nullable JsonNode document;

	@Column(type = "text[]")
	private @Nullable List<String> words;

	private @Nullable Range<Integer> span;

	@Column(type = "hstore")
	private @Nullable Map<String, @Nullable String> labels;

	@Column(type = "tsvector")
	private @Nullable String vector;

	@Column(type = "inet")
	private @Nullable String address;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public @Nullable String getTitle() {
		return this.title;
	}

	public void setTitle(@Nullable String title) {
		this.title = title;
	}

	public @Nullable String getBody() {
		return this.body;
	}

	public void setBody(@Nullable String body) {
		this.body = body;
	}

	public @Nullable String getLanguage() {
		return this.language;
	}

	public void setLanguage(@Nullable String language) {
		this.language = language;
	}

	public @Nullable Short getSmall() {
		return this.small;
	}

	public void setSmall(@Nullable Short small) {
		this.small = small;
	}

	public @Nullable Integer getCount() {
		return this.count;
	}

	public void setCount(@Nullable Integer count) {
		this.count = count;
	}

	public @Nullable Double getRatio() {
		return this.ratio;
	}

	public void setRatio(@Nullable Double ratio) {
		this.ratio = ratio;
	}

	public @Nullable BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(@Nullable BigDecimal price) {
		this.price = price;
	}

	public @Nullable Boolean getFlag() {
		return this.flag;
	}

	public void setFlag(@Nullable Boolean flag) {
		this.flag = flag;
	}

	public @Nullable LocalDate getDay() {
		return this.day;
	}

	public void setDay(@Nullable LocalDate day) {
		this.day = day;
	}

	public @Nullable LocalTime getAt() {
		return this.at;
	}

	public void setAt(@Nullable LocalTime at) {
		this.at = at;
	}

	public @Nullable Instant getMoment() {
		return this.moment;
	}

	public void setMoment(@Nullable Instant moment) {
		this.moment = moment;
	}

	public @Nullable Duration getLength() {
		return this.length;
	}

	public void setLength(@Nullable Duration length) {
		this.length = length;
	}

	public @Nullable UUID getUid() {
		return this.uid;
	}

	public void setUid(@Nullable UUID uid) {
		this.uid = uid;
	}

	public @Nullable JsonNode getDocument() {
		return this.document;
	}

	public void setDocument(@Nullable JsonNode document) {
		this.document = document;
	}

	public @Nullable List<String> getWords() {
		return this.words;
	}

	public void setWords(@Nullable List<String> words) {
		this.words = words;
	}

	public @Nullable Range<Integer> getSpan() {
		return this.span;
	}

	public void setSpan(@Nullable Range<Integer> span) {
		this.span = span;
	}

	public @Nullable Map<String, @Nullable String> getLabels() {
		return this.labels;
	}

	public void setLabels(@Nullable Map<String, @Nullable String> labels) {
		this.labels = labels;
	}

	public @Nullable String getVector() {
		return this.vector;
	}

	public void setVector(@Nullable String vector) {
		this.vector = vector;
	}

	public @Nullable String getAddress() {
		return this.address;
	}

	public void setAddress(@Nullable String address) {
		this.address = address;
	}

}
