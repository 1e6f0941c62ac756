package dev.orm.column;

import java.time.LocalDate;
import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Defaults are texts, which are values of their attributes before anything is saved. */
class DefaultTextTests {

	private static ModelRegistry link(Class<? extends Model> type) {
		return ModelRegistry.link(List.of(type, Tally.class), TypeRegistry.standard());
	}

	private static void refuses(Class<? extends Model> type, String message) {
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> link(type))
			.withMessageContaining(message);
	}

	@Test
	void aDefaultIsAValueOfItsAttribute() {
		refuses(Miscounted.class, "Field Miscounted.number has the default 'many', which is no value of it");
		refuses(Misdated.class, "Field Misdated.day has the default 'tomorrow'");
		refuses(Mispointed.class, "Field Mispointed.tally has the default 'nobody'");
		refuses(Miskeyed.class, "Field Miskeyed.tally has the default 'nobody'");
		refuses(Misled.class, "Field Misled.tally has the default 'nobody'");
	}

	@Test
	void aDefaultThatIsOneIsKnown() {
		assertThat(link(Tally.class).model(Tally.class).field("number").orElseThrow().defaultValue()).isEqualTo(7);
		assertThat(link(Tally.class).model(Tally.class).field("marks").orElseThrow().defaultValue())
			.isEqualTo(List.of("a", "b"));
		assertThat(link(Tally.class).model(Tally.class).field("id").orElseThrow().defaultValue()).isNull();
	}

	@Table(name = "tally")
	static class Tally extends Model {

		@Id
		Long id;

		@Column(defaultValue = "7")
		Integer number;

		@Column(defaultValue = "{a,b}")
		List<String> marks;

	}

	@Table(name = "miscounted")
	static class Miscounted extends Model {

		@Id
		Long id;

		@Column(defaultValue = "many")
		int number;

	}

	@Table(name = "misdated")
	static class Misdated extends Model {

		@Id
		Long id;

		@Column(defaultValue = "tomorrow")
		LocalDate day;

	}

	@Table(name = "mispointed")
	static class Mispointed extends Model {

		@Id
		Long id;

		@Column(defaultValue = "nobody")
		@OnDelete(OnDeleteAction.SET_DEFAULT)
		@RelatedName("+")
		ForeignKey<Tally> tally;

	}

	@Table(name = "miskeyed")
	static class Miskeyed extends Model {

		@Id
		Long id;

		@OnDelete(value = OnDeleteAction.SET, setValue = "nobody")
		@RelatedName("+")
		ForeignKey<Tally> tally;

	}

	@Table(name = "misled")
	static class Misled extends Model {

		@Id
		Long id;

		@Column(defaultValue = "nobody")
		@OnDelete(value = OnDeleteAction.SET, setValue = "7")
		@RelatedName("+")
		ForeignKey<Tally> tally;

	}

}
