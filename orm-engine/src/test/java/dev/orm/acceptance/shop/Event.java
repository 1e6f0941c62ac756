package dev.orm.acceptance.shop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

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

/** The model Event of the acceptance cases. */
@Table(name = "shop_event")
public class Event extends Model {

	@Id
	private Long id;

	@Column(length = 120)
	private String title = "";

	@Column(length = 40)
	private @Nullable String code;

	private @Nullable String note;

	private @Nullable Instant startsAt;

	private @Nullable Instant endsAt;

	private @Nullable LocalDate day;

	private @Nullable LocalTime at;

	private @Nullable Duration length;

	@Column(precision = 12, scale = 4)
	private @Nullable BigDecimal amount;

	private @Nullable Double ratio;

	private @Nullable UUID uid;

	private @Nullable Boolean flag;

	private @Nullable Integer count;

	private @Nullable Short small;

	private @Nullable Long big;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("hosted")
	private @Nullable ForeignKey<Employee> host;

	@RelatedName("events")
	@JoinTable(name = "shop_event_guests", source = "event_id", target = "student_id")
	private ManyToMany<Student> guests;

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

	public @Nullable String getCode() {
		return this.code;
	}

	public void setCode(@Nullable String code) {
		this.code = code;
	}

	public @Nullable String getNote() {
		return this.note;
	}

	public void setNote(@Nullable String note) {
		this.note = note;
	}

	public @Nullable Instant getStartsAt() {
		return this.startsAt;
	}

	public void setStartsAt(@Nullable Instant startsAt) {
		this.startsAt = startsAt;
	}

	public @Nullable Instant getEndsAt() {
		return this.endsAt;
	}

	public void setEndsAt(@Nullable Instant endsAt) {
		this.endsAt = endsAt;
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

	public @Nullable Duration getLength() {
		return this.length;
	}

	public void setLength(@Nullable Duration length) {
		this.length = length;
	}

	public @Nullable BigDecimal getAmount() {
		return this.amount;
	}

	public void setAmount(@Nullable BigDecimal amount) {
		this.amount = amount;
	}

	public @Nullable Double getRatio() {
		return this.ratio;
	}

	public void setRatio(@Nullable Double ratio) {
		this.ratio = ratio;
	}

	public @Nullable UUID getUid() {
		return this.uid;
	}

	public void setUid(@Nullable UUID uid) {
		this.uid = uid;
	}

	public @Nullable Boolean getFlag() {
		return this.flag;
	}

	public void setFlag(@Nullable Boolean flag) {
		this.flag = flag;
	}

	public @Nullable Integer getCount() {
		return this.count;
	}

	public void setCount(@Nullable Integer count) {
		this.count = count;
	}

	public @Nullable Short getSmall() {
		return this.small;
	}

	public void setSmall(@Nullable Short small) {
		this.small = small;
	}

	public @Nullable Long getBig() {
		return this.big;
	}

	public void setBig(@Nullable Long big) {
		this.big = big;
	}

	public @Nullable ForeignKey<Employee> getHost() {
		return this.host;
	}

	public void setHost(@Nullable ForeignKey<Employee> host) {
		this.host = host;
	}

	public ManyToMany<Student> getGuests() {
		return this.guests;
	}

}
