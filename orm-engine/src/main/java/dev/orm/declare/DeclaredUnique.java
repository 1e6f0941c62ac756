package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * No two rows may have the same values. Immutable.
 *
 * @param name the name; empty until one is derived
 * @param elements columns and expressions
 * @param include attributes its index carries along
 * @param where the rows it holds for; null for all
 * @param nullsDistinct whether rows with NULL never clash, as usual
 * @param deferred whether it is checked at the commit
 * @param among whether rows that are marked as deleted count
 * @param acrossTenants whether it holds for all tenants together
 * @param message what people are told; empty for the usual text
 */
public record DeclaredUnique(String name, List<Node> elements, List<String> include, @Nullable Node where,
		boolean nullsDistinct, boolean deferred, Among among, boolean acrossTenants,
		String message) implements DeclaredConstraint {

	public DeclaredUnique {
		elements = List.copyOf(elements);
		include = List.copyOf(include);
	}

	/**
	 * Return whether the database knows it as a unique index, not as a constraint.
	 * @return true if it has a condition or an expression
	 */
	public boolean isIndex() {
		return this.where != null || attributes().size() < this.elements.size();
	}

	@Override
	public List<String> attributes() {
		return DeclaredConstraint.attributes(this.elements.stream());
	}

	/**
	 * Let columns be unique together.
	 * @param attributes their attributes
	 * @return a constraint without a name
	 */
	public static DeclaredUnique of(List<String> attributes) {
		return new DeclaredUnique("", attributes.stream().<Node>map(Atom.Field::new).toList(), List.of(), null, true,
				false, Among.USUAL, false, "");
	}

	/**
	 * Hold within each tenant, unless it holds across them.
	 * @param tenant the attribute of the tenant, which comes first
	 * @return a copy
	 */
	public DeclaredUnique within(String tenant) {
		if (this.acrossTenants || attributes().contains(tenant)) {
			return this;
		}
		List<Node> longer = new ArrayList<>(this.elements);
		longer.add(0, new Atom.Field(tenant));
		return new DeclaredUnique(this.name, longer, this.include, this.where, this.nullsDistinct, this.deferred,
				this.among, this.acrossTenants, this.message);
	}

	/**
	 * Hold for the rows only that are not marked as deleted.
	 * @param living what is true of them
	 * @return a copy
	 */
	public DeclaredUnique amongLiving(Node living) {
		Node condition = (this.where != null) ? new Predicate.Junction(Connector.AND, List.of(this.where, living))
				: living;
		return new DeclaredUnique(this.name, this.elements, this.include, condition, this.nullsDistinct, this.deferred,
				isIndex() ? this.among : Among.LIVING, this.acrossTenants, this.message);
	}

	/**
	 * Hold among all rows, deleted or not, when a transaction commits.
	 * @return a copy
	 */
	DeclaredUnique atCommit() {
		return new DeclaredUnique(this.name, this.elements, this.include, this.where, this.nullsDistinct, true,
				Among.ALL, this.acrossTenants, this.message);
	}

	DeclaredUnique named(String text) {
		return new DeclaredUnique(text, this.elements, this.include, this.where, this.nullsDistinct, this.deferred,
				this.among, this.acrossTenants, this.message);
	}

	/** Whether rows that are marked as deleted count. */
	public enum Among {

		/**
		 * Those of the condition, if there is one; of soft-deleted ones those that live.
		 */
		USUAL,
		/** All rows, deleted or not. */
		ALL,
		/** Rows that live, and nothing else is said of them. */
		LIVING

	}

}
