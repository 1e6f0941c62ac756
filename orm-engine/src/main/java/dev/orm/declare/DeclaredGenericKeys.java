package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Predicate;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.GenericKey;
import dev.orm.model.Generics;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;

/**
 * What generic keys declare of a table: an index on both of their columns and, where the
 * targets are counted, a CHECK of the tables they name.
 */
final class DeclaredGenericKeys {

	/** What PostgreSQL keeps of a name. */
	private static final int LONGEST = 63;

	private DeclaredGenericKeys() {
	}

	/** Add to what a model says what its own fields do. */
	static Declarations in(EntityBinding<? extends Model> binding, Declarations said) {
		ModelDescription description = binding.describe();
		if (description.proxyOf() != null) {
			return said;
		}
		Declarations all = said;
		List<FieldDescription> fields = description.fields();
		for (int i = 0; i < fields.size(); i++) {
			if (fields.get(i).is(Flag.GENERIC_TYPE) && !fields.get(i).is(Flag.INHERITED)) {
				all = all.with(index(description, fields.get(i), fields.get(i + 1)),
						checks(all, description, fields.get(i)));
			}
		}
		return all;
	}

	private static DeclaredIndex index(ModelDescription description, FieldDescription type, FieldDescription id) {
		return new DeclaredIndex(name(description, type.column() + "_" + id.column(), "idx"), IndexMethod.BTREE,
				List.of(Clause.Ordering.named(type.name()), Clause.Ordering.named(id.name())), List.of(), List.of(),
				Map.of(), null);
	}

	private static List<DeclaredConstraint> checks(Declarations said, ModelDescription description,
			FieldDescription type) {
		List<DeclaredConstraint> constraints = new ArrayList<>(said.constraints());
		for (Generics.Targets key : description.generics().keys()) {
			if (type.name().equals(key.name() + "__type")) {
				List<String> tables = key.models().stream().map(GenericKey::typeOf).toList();
				constraints.add(new DeclaredCheck(name(description, type.column(), "check"),
						new Predicate.Lookup(type.name() + "__in", new Atom.Literal(tables, null)),
						List.of(type.name()), ""));
			}
		}
		return constraints;
	}

	private static String name(ModelDescription description, String columns, String suffix) {
		String end = "_" + columns + "_" + suffix;
		String table = description.table().name();
		return table.substring(0, Math.min(table.length(), Math.max(0, LONGEST - end.length()))) + end;
	}

}
