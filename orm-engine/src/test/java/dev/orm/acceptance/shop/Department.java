package dev.orm.acceptance.shop;

import java.math.BigDecimal;

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

/** The model Department of the acceptance cases. */
@Table(name = "shop_department", ordering = { "-rank", "name" },
		uniqueTogether = @UniqueTogether({ "company", "name" }))
public class Department extends Model {

	@Id
	private Long id;

	@Column(length = 80)
	private String name = "";

	private Integer rank = 0;

	@Column(precision = 12, scale = 2)
	private @Nullable BigDecimal budget;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("departments")
	private ForeignKey<Company> company;

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

	public Integer getRank() {
		return this.rank;
	}

	public void setRank(Integer rank) {
		this.rank = rank;
	}

	public @Nullable BigDecimal getBudget() {
		return this.budget;
	}

	public void setBudget(@Nullable BigDecimal budget) {
		this.budget = budget;
	}

	public ForeignKey<Company> getCompany() {
		return this.company;
	}

	public void setCompany(ForeignKey<Company> company) {
		this.company = company;
	}

}
