package dev.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A step of the plan of a query, with the steps below it. Immutable.
 *
 * @param operation what it does, such as {@code Index Scan}
 * @param table the table it reads, or null
 * @param index the index it uses, or null
 * @param expectedRows how many rows the planner expects
 * @param cost the planner's cost of the step and all below, in its own unit
 * @param actualRows how many rows there were for each time it ran; null unless analyzed
 * @param milliseconds how long it took each time, with all below; null unless analyzed
 * @param properties all the database says of the step
 * @param children the steps below
 */
public record PlanNode(String operation, @Nullable String table, @Nullable String index, double expectedRows,
		double cost, @Nullable Double actualRows, @Nullable Double milliseconds, Map<String, Object> properties,
		List<PlanNode> children) {

	/** The plan of a query that is known to have no rows, for which nothing is sent. */
	public static final PlanNode NOTHING = new PlanNode("Nothing is sent", null, null, 0, 0, null, null, Map.of(),
			List.of());

	public PlanNode {
		properties = Map.copyOf(properties);
		children = List.copyOf(children);
	}

	/**
	 * Read a step as PostgreSQL describes it in JSON.
	 * @param properties its properties by name
	 * @return the step
	 */
	public static PlanNode of(Map<?, ?> properties) {
		List<PlanNode> children = new ArrayList<>();
		if (properties.get("Plans") instanceof List<?> plans) {
			plans.forEach((plan) -> children.add(of((Map<?, ?>) plan)));
		}
		return new PlanNode(String.valueOf(properties.get("Node Type")), text(properties.get("Relation Name")),
				text(properties.get("Index Name")), number(properties.get("Plan Rows"), 0),
				number(properties.get("Total Cost"), 0), measured(properties.get("Actual Rows")),
				measured(properties.get("Actual Total Time")), named(properties), children);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static double number(@Nullable Object value, double otherwise) {
		return (value instanceof Number number) ? number.doubleValue() : otherwise;
	}

	private static @Nullable Double measured(@Nullable Object value) {
		return (value instanceof Number number) ? number.doubleValue() : null;
	}

	private static Map<String, Object> named(Map<?, ?> properties) {
		Map<String, Object> named = new HashMap<>();
		properties.forEach((name, value) -> {
			if (value != null && !"Plans".equals(name)) {
				named.put(name.toString(), value);
			}
		});
		return named;
	}

	/**
	 * Return this step and all below it.
	 * @return the steps, each before those below it
	 */
	public List<PlanNode> steps() {
		List<PlanNode> steps = new ArrayList<>();
		steps.add(this);
		this.children.forEach((child) -> steps.addAll(child.steps()));
		return steps;
	}

	/**
	 * Return whether any step reads a table from one end to the other.
	 * @return true if one does
	 */
	public boolean scansWholeTable() {
		return steps().stream().anyMatch((step) -> step.operation().endsWith("Seq Scan"));
	}

}
