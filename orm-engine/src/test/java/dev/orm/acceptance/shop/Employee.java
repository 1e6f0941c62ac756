package dev.orm.acceptance.shop;

import java.math.BigDecimal;
import java.time.LocalDate;

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

/** The model Employee of the acceptance cases. */
@Table(name = "shop_employee", ordering = "name")
public class Employee extends Model {

	@Id
	private Long id;

	@Column(length = 80)
	private String name = "";

	@Column(length = 80)
	private @Nullable String title;

	@Column(length = 120, unique = true)
	private @Nullable String email;

	@Column(precision = 10, scale = 2)
	private @Nullable BigDecimal salary;

	private @Nullable Integer bonus;

	private Short level = (short) 1;

	private @Nullable LocalDate hiredOn;

	private @Nullable Boolean remote;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("reports")
	private @Nullable ForeignKey<Employee> manager;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("employees")
	private @Nullable ForeignKey<Department> department;

	@RelatedName("mentees")
	@JoinTable(name = "shop_employee_mentors", source = "from_employee_id", target = "to_employee_id")
	private ManyToMany<Employee> mentors;

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

	public @Nullable String getTitle() {
		return this.title;
	}

	public void setTitle(@Nullable String title) {
		this.title = title;
	}

	public @Nullable String getEmail() {
		return this.email;
	}

	public void setEmail(@Nullable String email) {
		this.email = email;
	}

	public @Nullable BigDecimal getSalary() {
		return this.salary;
	}

	public void setSalary(@Nullable BigDecimal salary) {
		this.salary = salary;
	}

	public @Nullable Integer getBonus() {
		return this.bonus;
	}

	public void setBonus(@Nullable Integer bonus) {
		this.bonus = bonus;
	}

	public Short getLevel() {
		return this.level;
	}

	public void setLevel(Short level) {
		this.level = level;
	}

	public @Nullable LocalDate getHiredOn() {
		return this.hiredOn;
	}

	public void setHiredOn(@Nullable LocalDate hiredOn) {
		this.hiredOn = hiredOn;
	}

	public @Nullable Boolean getRemote() {
		return this.remote;
	}

	public void setRemote(@Nullable Boolean remote) {
		this.remote = remote;
	}

	public @Nullable ForeignKey<Employee> getManager() {
		return this.manager;
	}

	public void setManager(@Nullable ForeignKey<Employee> manager) {
		this.manager = manager;
	}

	public @Nullable ForeignKey<Department> getDepartment() {
		return this.department;
	}

	public void setDepartment(@Nullable ForeignKey<Department> department) {
		this.department = department;
	}

	public ManyToMany<Employee> getMentors() {
		return this.mentors;
	}

}
