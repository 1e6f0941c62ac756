package lending;

import java.math.BigDecimal;

import dev.orm.annotation.Column;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import jakarta.validation.constraints.NotBlank;

import static lending.ToolPath.TOOL;

// tag::tool[]
@Table(name = "tool")
public class Tool extends Kept {

	@Label
	@Column(length = 20, unique = true)
	private String label;

	@NotBlank
	@Column(length = 100)
	private String name = "";

	@Column(checked = true)
	private Condition condition = Condition.AS_NEW;

	@Column(precision = 8, scale = 2)
	private BigDecimal deposit = BigDecimal.ZERO;

	static void tool(Meta<Tool> meta) {
		meta.check("tool_deposit", TOOL.deposit.gte(0)).on(TOOL.deposit).message("A deposit is not negative.");
		meta.index(TOOL.name);
		meta.raw("tool_label", "CREATE SEQUENCE tool_label", "DROP SEQUENCE tool_label");
	}

	public static Tool of(String name, String deposit) {
		Tool tool = new Tool();
		tool.name = name;
		tool.deposit = new BigDecimal(deposit);
		return tool;
	}

	public String getLabel() {
		return this.label;
	}

	public String getName() {
		return this.name;
	}

	public void setCondition(Condition condition) {
		this.condition = condition;
	}

	public Condition getCondition() {
		return this.condition;
	}

}
// end::tool[]
