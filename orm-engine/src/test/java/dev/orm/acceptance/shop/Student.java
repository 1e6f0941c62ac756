package dev.orm.acceptance.shop;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.JoinTable;
import dev.orm.annotation.Symmetrical;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Student of the acceptance cases. */
@Table(name = "shop_student")
public class Student extends Model {

	@Id
	private Long id;

	@Column(length = 80)
	private String name = "";

	@Column(length = 40)
	private @Nullable String major;

	private @Nullable Double gpa;

	private Integer marks = 0;

	private @Nullable Integer extraCredit;

	@Symmetrical
	@JoinTable(name = "shop_student_friends", source = "from_student_id", target = "to_student_id")
	private ManyToMany<Student> friends;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public @Nullable String getMajor() {
		return this.major;
	}

	public void setMajor(@Nullable String major) {
		this.major = major;
	}

	public @Nullable Double getGpa() {
		return this.gpa;
	}

	public void setGpa(@Nullable Double gpa) {
		this.gpa = gpa;
	}

	public Integer getMarks() {
		return this.marks;
	}

	public void setMarks(Integer marks) {
		this.marks = marks;
	}

	public @Nullable Integer getExtraCredit() {
		return this.extraCredit;
	}

	public void setExtraCredit(@Nullable Integer extraCredit) {
		this.extraCredit = extraCredit;
	}

	public ManyToMany<Student> getFriends() {
		return this.friends;
	}

}
