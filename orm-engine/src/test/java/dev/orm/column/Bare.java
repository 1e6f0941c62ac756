package dev.orm.column;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;

import dev.orm.type.FieldType;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;

/** An annotation whose factory nobody can make. */
@FieldType(Bare.Factory.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Bare {

	class Factory implements ValueTypeFactory {

		private final int size;

		Factory(int size) {
			this.size = size;
		}

		@Override
		public Optional<ValueType> create(TypeRequest request) {
			return Optional.empty();
		}

		int size() {
			return this.size;
		}

	}

}
