package dev.orm.meta;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.declare.ConstraintNames;
import dev.orm.declare.Declarations;
import dev.orm.error.ModelDefinitionException;

/**
 * Refuses names of declared objects that are given twice, or that a database would cut.
 */
final class DeclaredNames {

	private final EntityModel model;

	private final Declarations declarations;

	DeclaredNames(EntityModel model, Declarations declarations) {
		this.model = model;
		this.declarations = declarations;
	}

	void check() {
		List<String> names = this.declarations.names();
		Set<String> seen = new HashSet<>();
		for (String name : names) {
			if (!seen.add(name)) {
				throw new ModelDefinitionException(
						"Meta of %s gives the name '%s' twice. Names: %s. hint: name one of them otherwise, or drop a parent's with without(\"%s\") (meta-name-twice)"
							.formatted(this.model, name, names, name),
						this.model.subject().by(name));
			}
			int bytes = ConstraintNames.bytes(name);
			if (bytes > ConstraintNames.MAX_BYTES) {
				throw new ModelDefinitionException(
						"Meta of %s gives a name of %d bytes, more than the %d a database keeps: '%s' (meta-name-length)"
							.formatted(this.model, bytes, ConstraintNames.MAX_BYTES, name),
						this.model.subject().by(name));
			}
		}
	}

}
