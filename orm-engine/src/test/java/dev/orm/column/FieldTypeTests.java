package dev.orm.column;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.Encrypted.Cipher;
import dev.orm.column.Letter.Point;
import dev.orm.error.FieldException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.ValueConversionException;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import dev.orm.validate.ValidationErrors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.LetterPath.LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Annotations of the application make the types of fields. */
class FieldTypeTests {

	private static final TypeRegistry TYPES = TypeRegistry.standard()
		.making((type) -> (type == Encrypted.Factory.class) ? new Encrypted.Factory(new Cipher(42)) : null);

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(TYPES, List.of(), List.of(Letter.class)));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Letter.class))
		.valueTypes(TYPES)
		.build();

	private final Manager<Letter> letters = orm.manager(Letter.class);

	@BeforeEach
	void empty() {
		database.truncate("letter");
	}

	@Test
	void whatIsWrittenIsRead() {
		Letter letter = new Letter("izmir", "top", new Point(3, 4));
		Letter second = new Letter("Rize", null, null);
		this.letters.bulkCreate(List.of(letter, second));
		assertThat(this.letters.get(letter.getId())).returns("İZMİR", Letter::getTown)
			.returns("top", Letter::getSecret)
			.returns(new Point(3, 4), Letter::getPlace);
		assertThat(this.letters.get(second.getId())).returns(null, Letter::getSecret).returns(null, Letter::getPlace);
		this.letters.save(letter);
		this.letters.bulkUpdate(List.of(letter, second), LETTER.town, LETTER.secret, LETTER.place);
		this.letters.all().update(LETTER.place.set(new Point(1, 2)));
		assertThat(this.letters.orderBy("id").valuesList("place").list()).hasSize(2);
		assertThat(this.letters.get(second.getId()).getPlace()).isEqualTo(new Point(1, 2));
	}

	@Test
	void validationMeasuresWhatIsWritten() {
		ValidationErrors errors = this.letters.validate(new Letter("\u00df".repeat(30), null, null));
		assertThat(errors.codes()).containsExactly("max_length");
		assertThat(errors.byField().get("town"))
			.containsExactly("Ensure this value has at most 40 characters (it has 60).");
		assertThat(this.letters.validate(new Letter("\u00df".repeat(20), null, null)).isEmpty()).isTrue();
	}

	@Test
	void lookupsAreWrittenToo() {
		this.letters.save(new Letter("izmir", null, new Point(3, 4)));
		assertThat(this.letters.filter(LETTER.town.eq("izmir")).count()).isEqualTo(1);
		assertThat(this.letters.filter(LETTER.town.in("izmir", "rize")).count()).isEqualTo(1);
		assertThat(this.letters.filter(LETTER.place.eq(new Point(3, 4))).count()).isEqualTo(1);
	}

	@Test
	void theColumnIsWhatTheTypeSays() {
		assertThat(ModelTables.schema(TYPES, List.of(Letter.class)).toString()).contains(
				"column letter.town varchar(40) not null", "column letter.secret bytea",
				"column letter.place integer[]");
	}

	@Test
	void whatATypeRefusesToWriteNamesTheAttributeAndNotTheValue() {
		Letter letter = this.letters.save(new Letter("izmir", null, null));
		Letter refused = new Letter("rize", "no: unsealable", null);
		Letter changed = this.letters.get(letter.getId());
		changed.setSecret(refused.getSecret());
		List<ThrowingCallable> writes = List.of(() -> this.letters.save(refused),
				() -> this.letters.bulkCreate(List.of(refused)),
				() -> this.letters.bulkUpdate(List.of(changed), LETTER.secret));
		for (ThrowingCallable write : writes) {
			assertThatExceptionOfType(ValueConversionException.class).isThrownBy(write)
				.withMessageContainingAll("Letter.secret", "IllegalArgumentException")
				.withMessageNotContaining("unsealable")
				.withCauseInstanceOf(IllegalArgumentException.class);
		}
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.letters.update(LETTER.secret.set("no: unsealable")))
			.withMessageContaining("Parameter 1 of the statement")
			.withMessageNotContaining("unsealable");
		assertThat(this.letters.get(letter.getId()).getSecret()).isNull();
	}

	@Test
	void whatIsOpaqueIsOnlyAskedForNull() {
		this.letters.save(new Letter("a", "top", null));
		assertThat(this.letters.filter(LETTER.secret.isNull()).count()).isZero();
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.letters.filter("secret", "top").count())
			.withMessageContaining("exact", "isnull");
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.letters.filter(LETTER.secret.startswith("t")).count());
	}

	@Test
	void migrationsNeedNoFactoryThatSpringMakes() {
		TypeRegistry offline = TypeRegistry.standard();
		assertThat(ModelTables.schema(offline, List.of(Letter.class)).toString())
			.contains("column letter.secret bytea");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> Orm.builder()
				.dataSource(database.dataSource())
				.models(List.of(Letter.class))
				.build()
				.manager(Letter.class)
				.save(new Letter("a", "top", null)))
			.withMessageContaining("is made by Spring, which is not here");
	}

	@Test
	void aFactoryNobodyCanMakeNamesItsField() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelTables.schema(TypeRegistry.standard(), List.of(Unmade.class)))
			.withMessageContaining("Field Unmade.text: @Bare needs", "no constructor without arguments");
	}

}
