package dev.orm.column;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.orm.type.FieldType;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;

/** Texts nobody reads in the database. */
// tag::annotation[]
@FieldType(value = Encrypted.Factory.class, sqlType = "bytea")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Encrypted {

	/** Made by Spring, which injects the cipher. */
	class Factory implements ValueTypeFactory {

		private final Cipher cipher;

		Factory(Cipher cipher) {
			this.cipher = cipher;
		}

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			return Optional.of(field.typeOf(byte[].class).mapping(this.cipher::seal, this.cipher::open).opaque());
		}

	}

	// end::annotation[]

	/** A cipher good enough for a test. */
	record Cipher(int key) {

		byte[] seal(String text) {
			if (text.startsWith("no: ")) {
				throw new IllegalArgumentException("Cannot seal '%s'".formatted(text));
			}
			return turned(text.getBytes(StandardCharsets.UTF_8));
		}

		String open(byte[] sealed) {
			return new String(turned(sealed), StandardCharsets.UTF_8);
		}

		private byte[] turned(byte[] bytes) {
			byte[] turned = bytes.clone();
			for (int i = 0; i < turned.length; i++) {
				turned[i] ^= (byte) this.key;
			}
			return turned;
		}

	}

}
