package dev.orm.acceptance.shop;

import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Enrollment of the acceptance cases. */
@Table(name = "shop_enrollment", uniqueTogether = @UniqueTogether({ "student", "course" }))
public class Enrollment extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName(value = "enrollmentSet", query = "enrollment")
	private ForeignKey<Student> student;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName(value = "enrollmentSet", query = "enrollment")
	private ForeignKey<Course> course;

	private Instant enrolledAt;

	@Column(length = 2)
	private String grade = "";

	private @Nullable Integer score;

	private Boolean completed = false;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Student> getStudent() {
		return this.student;
	}

	public void setStudent(ForeignKey<Student> student) {
		this.student = student;
	}

	public ForeignKey<Course> getCourse() {
		return this.course;
	}

	public void setCourse(ForeignKey<Course> course) {
		this.course = course;
	}

	public Instant getEnrolledAt() {
		return this.enrolledAt;
	}

	public void setEnrolledAt(Instant enrolledAt) {
		this.enrolledAt = enrolledAt;
	}

	public String getGrade() {
		return this.grade;
	}

	public void setGrade(String grade) {
		this.grade = grade;
	}

	public @Nullable Integer getScore() {
		return this.score;
	}

	public void setScore(@Nullable Integer score) {
		this.score = score;
	}

	public Boolean getCompleted() {
		return this.completed;
	}

	public void setCompleted(Boolean completed) {
		this.completed = completed;
	}

}
