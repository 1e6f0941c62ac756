package dev.orm.declare;

import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Expression;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Atom;
import dev.orm.model.Model;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** The value of a setting of the transaction, as an expression. */
final class Setting {

	private Setting() {
	}

	static <V> Expression<Model, V> of(String name, Class<V> type) {
		ValueType value = ValueTypes.natural(type)
			.orElseThrow(() -> new ModelDefinitionException(
					"Setting '%s' is read as %s, which is no class of a column.".formatted(name, type.getName()),
					Subject.ofArgument(name)));
		if (!name.matches("\\w+\\.\\w+")) {
			throw new ModelDefinitionException(
					"'%s' is no name of a setting: it is two words with a dot between.".formatted(name),
					Subject.ofArgument(name));
		}
		return NumberExpression.of(new Atom.Setting(name, List.of(""), value));
	}

}
