package dev.orm.type;

import java.util.List;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two applications in one JVM share the model classes and nothing else: each reads and
 * writes by the types it registered, in whatever order they were built.
 */
class TwoRegistriesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TABLE cipher (code text PRIMARY KEY);
			CREATE TABLE letter (id bigint PRIMARY KEY, secret text NOT NULL, marked text NOT NULL,
				cipher_id text REFERENCES cipher)""");

	private final Orm mirroring = orm(TypeRegistry.standard().with(TwoRegistriesTests::mirrored));

	private final Orm plain = orm(TypeRegistry.standard());

	private static Orm orm(TypeRegistry types) {
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Letter.class, Cipher.class))
			.valueTypes(types)
			.build();
	}

	private static Optional<ValueType> mirrored(TypeRequest request) {
		return (request.javaType() == String.class)
				? Optional.of(new ValueType(Kind.TEXT, String.class, "text", null, new MirroringCodec()))
				: Optional.empty();
	}

	@BeforeEach
	void fill() {
		database.execute("TRUNCATE letter, cipher", "INSERT INTO cipher VALUES ('abc')",
				"INSERT INTO letter VALUES (1, 'terces', 'dekram', 'abc')");
	}

	@Test
	void eachReadsInstancesByItsOwnTypes() {
		Letter mirrored = this.mirroring.manager(Letter.class).get("id", 1);
		Letter plain = this.plain.manager(Letter.class).get("id", 1);

		assertThat(List.of(mirrored.secret, mirrored.marked)).containsExactly("secret", "marked");
		assertThat(List.of(plain.secret, plain.marked)).containsExactly("terces", "dekram");
	}

	@Test
	void eachReadsSomeFieldsOfInstancesByItsOwnTypes() {
		assertThat(this.plain.manager(Letter.class).only("id", "secret").get("id", 1).getSecret()).isEqualTo("terces");
		assertThat(this.mirroring.manager(Letter.class).only("id", "secret").get("id", 1).getSecret())
			.isEqualTo("secret");
	}

	@Test
	void eachReadsForeignKeysByItsOwnTypes() {
		assertThat(this.mirroring.manager(Letter.class).get("id", 1).cipher.id()).isEqualTo("cba");
		assertThat(this.plain.manager(Letter.class).get("id", 1).cipher.id()).isEqualTo("abc");
		assertThat(this.mirroring.manager(Letter.class).get("id", 1).cipher.get().code).isEqualTo("cba");
	}

	@Test
	void whatOneSavesTheOtherReadsByItsOwnTypes() {
		Manager<Letter> letters = this.mirroring.manager(Letter.class);
		Letter letter = letters.get("id", 1);
		letter.marked = "new";
		letters.save(letter);

		Letter plain = this.plain.manager(Letter.class).get("id", 1);
		assertThat(List.of(plain.secret, plain.marked, plain.cipher.id())).containsExactly("terces", "wen", "abc");
	}

	@Table(name = "letter")
	static class Letter extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		String secret;

		@Column(type = "text")
		String marked;

		@OnDelete(OnDeleteAction.PROTECT)
		@Column(nullable = true)
		ForeignKey<Cipher> cipher;

		String getSecret() {
			return this.secret;
		}

		String getMarked() {
			return this.marked;
		}

		ForeignKey<Cipher> getCipher() {
			return this.cipher;
		}

	}

	@Table(name = "cipher")
	static class Cipher extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		String code;

	}

}
