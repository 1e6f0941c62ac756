package dev.orm.acceptance.shop;

import java.time.LocalDate;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Task of the acceptance cases. */
@Table(name = "shop_task", ordering = { "employee", "-hours" })
public class Task extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("tasks")
	private ForeignKey<Employee> employee;

	@Column(length = 80)
	private String title = "";

	@Column(length = 20)
	private String status = "";

	private @Nullable Double hours;

	private @Nullable LocalDate due;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Employee> getEmployee() {
		return this.employee;
	}

	public void setEmployee(ForeignKey<Employee> employee) {
		this.employee = employee;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getStatus() {
		return this.status;
	}

	public void setStatus(String status) {
		this.status = status;
	}

	public @Nullable Double getHours() {
		return this.hours;
	}

	public void setHours(@Nullable Double hours) {
		this.hours = hours;
	}

	public @Nullable LocalDate getDue() {
		return this.due;
	}

	public void setDue(@Nullable LocalDate due) {
		this.due = due;
	}

}
