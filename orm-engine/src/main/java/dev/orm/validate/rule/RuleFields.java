package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.declare.DeclaredGenerated;
import dev.orm.declare.DeclaredPaths;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that declared expressions are about. What the database computes is
 * followed to the columns it is computed from. Used by one thread.
 */
public final class RuleFields {

	private final EntityModel model;

	private final EntityModel table;

	private final Set<FieldModel> found = new LinkedHashSet<>();

	private boolean known = true;

	public RuleFields(EntityModel model, EntityModel table) {
		this.model = model;
		this.table = table;
	}

	/**
	 * Find the columns of expressions.
	 * @return the columns; empty if one is computed by a text, which nobody can ask with
	 * other values
	 */
	public Optional<List<FieldModel>> of(List<Node> nodes, @Nullable Node where) {
		nodes.forEach(this::collect);
		if (where != null) {
			collect(where);
		}
		return this.known ? Optional.of(List.copyOf(this.found)) : Optional.empty();
	}

	private void collect(Node node) {
		for (String path : DeclaredPaths.of(node)) {
			FieldModel field = FirstField.of(this.model, path).orElseThrow();
			if (field.computed()) {
				Optional<DeclaredGenerated> computed = this.table.declarations().generated(field.name());
				this.known &= computed.isPresent();
				computed.ifPresent((column) -> collect(column.expression()));
			}
			else {
				this.found.add(field);
			}
		}
	}

	/** Those of some elements that are nothing but a column with a value of its own. */
	public static List<FieldModel> plain(EntityModel model, List<Node> elements) {
		List<FieldModel> plain = new ArrayList<>();
		for (Node element : elements) {
			if (element instanceof Atom.Field field) {
				model.field(field.path()).filter((column) -> !column.computed()).ifPresent(plain::add);
			}
		}
		return plain;
	}

}
