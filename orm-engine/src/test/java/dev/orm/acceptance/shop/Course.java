package dev.orm.acceptance.shop;

import jakarta.validation.constraints.PositiveOrZero;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Through;
import dev.orm.model.Model;

/** The model Course of the acceptance cases. */
@Table(name = "shop_course")
public class Course extends Model {

	@Id
	private Long id;

	@Column(length = 80)
	private String title = "";

	@PositiveOrZero
	private Short credits = (short) 3;

	@RelatedName("courses")
	@Through(Enrollment.class)
	private ManyToMany<Student> students;

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

	public Short getCredits() {
		return this.credits;
	}

	public void setCredits(Short credits) {
		this.credits = credits;
	}

	public ManyToMany<Student> getStudents() {
		return this.students;
	}

}
