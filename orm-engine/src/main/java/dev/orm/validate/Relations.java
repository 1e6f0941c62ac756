package dev.orm.validate;

import java.util.Objects;

import dev.orm.meta.FieldModel;

/** Where foreign keys lead. */
final class Relations {

	private Relations() {
	}

	static FieldModel referred(FieldModel key) {
		return Objects.requireNonNull(key.relation()).path().get(0).toField();
	}

}
